"""Read the lines of a PDF; run as a program of its own, with the file on standard input.

What a hostile file can do to a parser written in C (crash it, fill the memory, never end) ends with this
process. It imports nothing but the PDF library, writes one JSON document to standard output, and opens no
file.

Usage: worker.py MOST_PAGES MEMORY_IN_BYTES FOLDER_OF_THE_LIBRARY
"""

import json
import sys
from typing import Any

Line = dict[str, Any]
_Char = tuple[str, float, float, float, float, float, int]  # letter, left, bottom, right, top, size, index
_HYPHEN = ("\x02", "\ufffe")
_WIDE_GAP = 1.6  # of the size of the letters: between words it is less, between cells more


def main() -> int:
    """Read standard input, write the lines of each page."""
    most_pages, memory = int(sys.argv[1]), int(sys.argv[2])
    sys.path.append(sys.argv[3])  # where the library is, should an isolated Python not look there
    _limit(memory)
    try:
        document = _read(sys.stdin.buffer.read(), most_pages)
    except MemoryError:
        document = {"error": "memory"}
    sys.stdout.buffer.write(json.dumps(document).encode("ascii"))
    return 0


def _limit(memory: int) -> None:
    try:
        import resource
    except ImportError:  # not on every system
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (memory, hard))


def _read(data: bytes, most_pages: int) -> dict[str, Any]:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        return {"error": "password" if "password" in str(error).lower() else "damaged"}
    pages = []
    for number in range(min(len(document), most_pages)):
        try:
            pages.append(_page(document[number]))
        except pypdfium2.PdfiumError:
            pages.append({"height": 0, "lines": [], "unread": True})
    return {"pages": pages, "count": len(document), "info": document.get_metadata_dict(skip_empty=True)}


def _page(page: Any) -> dict[str, Any]:
    text = page.get_textpage()
    lines = [_line(text, chars) for chars in _lines(text)]
    return {"height": page.get_height(), "lines": [line for line in lines if line["text"].strip()]}


def _lines(page: Any) -> list[list[_Char]]:
    """The characters of a page by line."""
    import pypdfium2.raw as pdfium

    lines: list[list[_Char]] = [[]]
    for index in range(page.count_chars()):
        code = pdfium.FPDFText_GetUnicode(page, index)
        letter = chr(code) if code < 0xD800 or code > 0xDFFF else "\ufffd"
        if letter in "\r\n":
            if lines[-1]:
                lines.append([])
            continue
        left, bottom, right, top = page.get_charbox(index, loose=True)
        size = pdfium.FPDFText_GetFontSize(page, index) * _scale(pdfium, page, index)
        if letter in _HYPHEN:
            lines[-1].append(("-", left, bottom, right, top, size, index))
            lines.append([])
            continue
        lines[-1].append((letter, left, bottom, right, top, size, index))
    return lines


def _scale(pdfium: Any, page: Any, index: int) -> float:
    """How much the page enlarges the letters of a font of size 1."""
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFText_GetMatrix(page, index, matrix):
        return 1.0
    return float(abs(matrix.d) or abs(matrix.b) or 1.0)


def _is_bold(page: Any, index: int) -> bool:
    import ctypes

    import pypdfium2.raw as pdfium

    if pdfium.FPDFText_GetFontWeight(page, index) >= 600:
        return True
    name, flags = ctypes.create_string_buffer(128), ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(page, index, name, 128, ctypes.byref(flags))
    return b"bold" in name.value.lower() or b"black" in name.value.lower() or bool(flags.value & (1 << 18))


def _line(page: Any, chars: list[_Char]) -> Line:
    """One line: its text, where it stands, and where its cells begin if it has wide gaps."""
    inked = [c for c in chars if not c[0].isspace()]
    if not inked:
        return {"text": ""}
    sizes = sorted(c[5] for c in inked)
    size = sizes[len(sizes) // 2]
    cells: list[list[Any]] = []
    last_right, waiting = None, ""
    for char in chars:
        if char[0].isspace():
            waiting = " "
            continue
        if last_right is None or char[1] - last_right > _WIDE_GAP * max(size, 1.0):
            cells.append([char[1], char[3], ""])
            waiting = ""
        cells[-1][2] += waiting + char[0]
        cells[-1][1] = char[3]
        last_right, waiting = char[3], ""
    return {
        "text": " ".join(cell[2] for cell in cells),
        "left": min(c[1] for c in inked),
        "right": max(c[3] for c in inked),
        "bottom": min(c[2] for c in inked),
        "top": max(c[4] for c in inked),
        "size": round(size, 1),
        "bold": all(_is_bold(page, inked[at][6]) for at in {0, len(inked) // 2, len(inked) - 1}),
        "cells": [[round(cell[0], 1), round(cell[1], 1), cell[2]] for cell in cells],
    }


if __name__ == "__main__":
    sys.exit(main())
