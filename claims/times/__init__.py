"""The parts of reading times: words, a grammar for time phrases, and the calendar they resolve on."""
