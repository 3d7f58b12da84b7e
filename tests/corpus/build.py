"""Make the corpus: copy the pages and texts, and write what is binary or hostile."""

import base64
import gzip
import io
import json
import shutil
import zipfile
import zlib
from email.message import EmailMessage
from pathlib import Path

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from tests.corpus.pdf import HEIGHT, MARGIN, WIDTH, Pdf, wrapped
from tests.corpus.writers import WRITERS

HERE = Path(__file__).parent
PAGES = HERE / "pages"
TUNNEL = (
    "The tunnel under the Orrin pass will open in May 2026, five months late, the builder said on Friday.",
    "It has cost 640 million euros so far. The budget was 580 million euros.",
)
PLANT = (
    "The plant in Kolle made 1.2 million tyres in 2023, the company said.",
    "It employs 1,150 people and will hire 80 more in spring.",
)


def good(folder: Path) -> None:
    """Write everything that can be read."""
    for name, write in WRITERS.items():
        (folder / name).write_bytes(write())
    for file in [*PAGES.iterdir(), *(HERE / "texts").iterdir(), HERE / "sources.toml"]:
        shutil.copy(file, folder / file.name)
    made = {
        "two_columns.pdf": two_columns(),
        "ligatures.pdf": ligatures(),
        "tracked.docx": tracked(),
        "newsletter.eml": newsletter(),
        "forwarded.eml": forwarded(),
        "saved.mhtml": saved(),
        "articles.csv": articles_csv(),
        "export.csv": export_csv(),
        "articles.jsonl": articles_jsonl(),
        "dump.json": json.dumps({"count": 1, "articles": [_record()]}).encode(),
        "crawl.warc.gz": crawl(),
        "bundle.zip": bundle(),
        "page.html.gz": gzip.compress(
            page("Dock closes", PLANT[0].replace("Kolle", "Velle")).encode(), mtime=0
        ),
        "utf16.txt": "\n\n".join(("Dam “holds”", *PLANT)).replace("Kolle", "Tolbeck").encode("utf-16"),
        "cp1252.html": page("Café pays €3 million", "The café chain paid €3 million in tax in 2023, it said.")
        .replace("utf-8", "iso-8859-1")
        .encode("cp1252"),
        "typeset.txt": typeset().encode(),
        "misnamed.txt": page(
            "Bridge closed", "The bridge at Velle closed on 3 June 2024 for 8 weeks."
        ).encode(),
    }
    for name, data in made.items():
        (folder / name).write_bytes(data)


def hostile(folder: Path) -> None:
    """Write everything that is wrong; one good file stands among it."""
    whole = WRITERS["tolbeck.pdf"]()
    made = {
        "truncated.pdf": whole[: len(whole) // 3],
        "locked.pdf": _pdf(["Nobody reads this line."]).bytes(password="secret"),
        "scanned.pdf": _pdf([]).bytes(),
        "bomb.pdf": bomb_pdf(),
        "not_a.pdf": b"plain words, no PDF",
        "truncated.docx": WRITERS["tolbeck.docx"]()[:9000],
        "bomb.docx": bomb_docx(),
        "entities.docx": entities_docx(),
        "bomb.zip": bomb_zip(),
        "nested.zip": nested(6),
        "traversal.zip": traversal(),
        "truncated.zip": bundle()[:-60],
        "cut.txt.gz": gzip.compress(b"word " * 1000)[:-20],
        "bomb.txt.gz": gzip.compress(b"word " * 10_000_000),
        "huge.html": page("Huge", "A mine closed in 2023. ").encode()
        + b"<p>It has 40 shafts and more.</p>" * 640_000,
        "deep.html": b"<html><body>"
        + b"<div>" * 10_000
        + b"<p>It cost 40 million euros in 2023, they said.</p>",
        "empty.html": b"",
        "links.html": b"<html><body><nav><a href='/'>Home</a></nav></body></html>",
        "nul.txt": b"It cost\0 40 euros in 2023.",
        "nul.html": b"<html><body><p>It cost\0\0\0\0 40 euros.</p></body></html>" * 3,
        "empty.rss": b'<?xml version="1.0"?><rss version="2.0"><channel><title>T</title></channel></rss>',
        "laughs.rss": laughs(),
        "no_text.csv": b"id,amount\n1,40\n2,50\n",
        "broken.jsonl": b'{"title": "A", "text": \n[1, 2]\n{"title": "B"}\n',
        "old.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
        "empty.eml": b"From: a@example.org\nSubject: Nothing\n\n",
        "endless.eml": b"From: a@example.org\nSubject: "
        + b"=?utf-8?q?a?= " * 50_000
        + b"\n\nIt had 12 men.\n",
        "parts.eml": b"From: a@example.org\nContent-Type: multipart/mixed; boundary=b\n\n"
        + b"--b\nContent-Type: multipart/mixed; boundary=b\n\n" * 20_000,
        "broken.warc": b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999\r\n\r\nHTTP/1.1 200 OK\r\n",
        "broken.rtf": b"{\\rtf1 {{{{",
        "good.txt": b"The mine at Kolle closed on 4 March 2023 with 320 workers.\n",
    }
    for name, data in made.items():
        (folder / name).write_bytes(data)


def page(title: str, *paragraphs: str) -> str:
    body = "".join(f"<p>{text}</p>" for text in paragraphs)
    head = f'<meta charset="utf-8"><title>{title}</title>'
    article = f"<article><h1>{title}</h1>{body}</article>"
    return f"<!DOCTYPE html><html><head>{head}</head><body>{article}</body></html>"


def _pdf(lines: list[str]) -> Pdf:
    document = Pdf()
    document.page()
    for number, line in enumerate(lines):
        document.line(line, MARGIN, HEIGHT - MARGIN - 15 * number)
    return document


def two_columns() -> bytes:
    """Two columns, drawn one after the other, with a headline over both and a footnote."""
    document = Pdf(info={"Title": "Tunnel to open late", "Author": "C. Desk"})
    document.page()
    document.line("Tunnel to open five months late", MARGIN, HEIGHT - 90, 20, "F2")
    width = (WIDTH - 2 * MARGIN - 24) / 2
    lines = [line for text in (*TUNNEL, *PLANT) for line in [*wrapped(text, width, cut=True), ""]]
    half = len(lines) // 2 + 1
    for column in (0, 1):
        for row, line in enumerate(lines[column * half : (column + 1) * half]):
            if line:
                document.line(line, MARGIN + column * (width + 24), HEIGHT - 130 - 14 * row)
    document.line("1 Figures from the annual report of 2023.", MARGIN, 100, 8)
    return document.bytes()


def ligatures() -> bytes:
    lines = [
        "Of\ufb01cials in Velle \ufb01ned 12 \ufb02at owners 4,000 euros each in 2023, the",
        "of\ufb01ce said.",
    ]
    return _pdf(lines).bytes(compress=False)


def tracked() -> bytes:
    """A Word file with a deletion, an insertion, and a text in a content control."""
    document = docx.Document()
    document.core_properties.author = "Typist"
    document.add_heading("Pool to reopen", 0)
    paragraph = document.add_paragraph("The pool at Velle will reopen in May 2025 after repairs for ")
    for tag, inner, text in (("w:del", "w:delText", "9 million euros"), ("w:ins", "w:t", "7 million euros")):
        change, run, words = OxmlElement(tag), OxmlElement("w:r"), OxmlElement(inner)
        words.text = text
        run.append(words)
        change.append(run)
        paragraph._p.append(change)
    paragraph.add_run(".")
    control, content = OxmlElement("w:sdt"), OxmlElement("w:sdtContent")
    inside = document.add_paragraph("It had 140,000 visitors in 2019, the town said.")._p
    inside.getparent().replace(inside, control)
    content.append(inside)
    control.append(content)
    assert control.find(qn("w:sdtContent")) is not None
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def newsletter() -> bytes:
    message = EmailMessage()
    message["From"] = "Velle Harbour Press Office <press@harbour.example>"
    message["To"] = "desk@paper.example"
    message["Subject"] = "Fwd: Harbour handles 3.1 million tonnes"
    message["Date"] = "Thu, 11 Jan 2024 08:30:00 +0000"
    message.set_content(
        "The harbour of Velle handled 3.1 million tonnes of goods in 2023, 4 percent less than in 2022.\n\n"
        "Container traffic rose to 96,000 units.\n\n> How many ships called? 5,000?\n\n-- \nPress Office\n"
        "Quay 7, room 14\n"
    )
    return message.as_bytes()


def forwarded() -> bytes:
    message = EmailMessage()
    message["From"] = "desk@paper.example"
    message["Subject"] = "The report"
    message["Date"] = "Mon, 02 Dec 2024 10:00:00 +0100"
    message.set_content("See the file attached, please, and tell me what you make of it all.\n")
    lines = [
        "The lake at Orrin froze on 3 December 2023 for the first",
        "time in 11 years, the weather service said.",
    ]
    message.add_attachment(
        _pdf(lines).bytes(), maintype="application", subtype="pdf", filename="../report.pdf"
    )
    return message.as_bytes()


def saved() -> bytes:
    """A page as a browser saves it; its date is the day of saving."""
    markup = page(
        "Quarry sold", "The quarry at Kolle was sold for 12 million euros, the buyer said on Tuesday."
    )
    encoded = base64.encodebytes(markup.encode()).decode()
    return (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://stones.example/quarry\r\n"
        "Subject: Quarry sold\r\nDate: Wed, 25 Nov 2026 09:00:00 -0000\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="b1"\r\n\r\n--b1\r\n'
        "Content-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n"
        f"Content-Location: https://stones.example/quarry\r\n\r\n{encoded}\r\n--b1\r\n"
        "Content-Type: image/png\r\n"
        "Content-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n--b1--\r\n"
    ).encode()


def articles_csv() -> bytes:
    return (
        "id,headline,date,outlet,body\r\n"
        f'1,Tunnel late,2024-11-08,Pass Post,"{TUNNEL[0]}\r\n\r\n{TUNNEL[1]}"\r\n'
        '2,Ambiguous,03/04/2024,Pass Post,"The pass was closed for 31 days in 2023, they said."\r\n'
        "3,Nothing,2024-01-01,Pass Post,\r\n"
    ).encode()


def export_csv() -> bytes:
    """An export with other names of columns, semicolons and markup."""
    return (
        b"Nr;Kopf;Inhalt\n7;Tyres;<p>The plant in Kolle made 1.3 million tyres in 2024, its owner said.</p>\n"
    )


def _record() -> dict[str, object]:
    return {
        "title": "Plant hires",
        "content": "\n\n".join(PLANT),
        "published_at": "2024-02-20T10:00:00Z",
        "author": {"name": "H. Desk"},
        "source": {"id": None, "name": "Kolle Herald"},
    }


def articles_jsonl() -> bytes:
    other = {
        "headline": "Road",
        "text": f"The road to Velle cost 9 million euros in 2022. {PLANT[1]}",
        "date": "2023",
    }
    return "\n".join(map(json.dumps, (_record() | {"title": "Again", "content": TUNNEL[1]}, other))).encode()


def crawl() -> bytes:
    stream = io.BytesIO()
    writer = WARCWriter(stream, gzip=True)
    pages = (
        (
            "200 OK",
            "https://port.example/a",
            page("Port", "The port of Velle got 3 cranes for 24 million euros in 2023."),
        ),
        (
            "404 Not Found",
            "https://port.example/b",
            page("Gone", "We searched 900 pages and did not find this one."),
        ),
    )
    for status, address, markup in pages:
        headers = StatusAndHeaders(
            status, [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1"
        )
        payload = io.BytesIO(markup.encode())
        date = {"WARC-Date": "2026-11-25T00:00:00Z"}
        writer.write_record(
            writer.create_warc_record(
                address, "response", payload=payload, http_headers=headers, warc_headers_dict=date
            )
        )
    return stream.getvalue()


def _zip(members: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return stream.getvalue()


def bundle() -> bytes:
    inner = _zip({"deep.txt": b"The well at Velle is 310 metres deep and was drilled in 1987.\n"})
    members = {
        "story/lake.txt": b"The lake at Orrin rose by 2.4 metres in May 2024, the water office said.\n",
        "story/README.txt": b"About 500 files.",
        "__MACOSX/story/lake.txt": b"\0\0",
        "picture.jpg": b"\xff\xd8",
        "inner.zip": inner,
    }
    return _zip(members)


def typeset() -> str:
    """What typesetting leaves: soft hyphens, a ligature, thin spaces, cut words, a combining accent."""
    return (
        "The har\u00adbour of\ufb01ce in Velle said on 4 June 2024 that 12\u2009500\u00a0tonnes of grain "
        "were ex-\nported in May, up from 9\u202f800 tonnes, and that the well-\nknown silo lost \u2212"
        "12 percent of its grain. It sold 40\u2011kilo bags for \u201c3\u00a0mil\u00adlion euros\u201d in "
        "2023. Cafe\u0301 owners bought 60 bags.\n"
    )


def bomb_pdf() -> bytes:
    """A page whose content unpacks to three gigabytes."""
    packer, again = zlib.compressobj(9), zlib.compressobj(9, wbits=-15)
    first = packer.compress(bytes(1 << 20)) + packer.flush(zlib.Z_FULL_FLUSH)
    block = again.compress(bytes(1 << 20)) + again.flush(zlib.Z_FULL_FLUSH)
    content = first + 3000 * block + again.flush()
    plain = _pdf(["x"]).bytes(compress=False)
    start, end = plain.index(b"<< /Length"), plain.index(b"endstream")
    stream = b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\n" % (len(content), content)
    return plain[:start] + stream + plain[end:]


def bomb_docx() -> bytes:
    return _zip({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<a>" + b" " * 70_000_000})


def entities_docx() -> bytes:
    names = [b'<!ENTITY a0 "word word word ">'] + [
        b'<!ENTITY a%d "%s">' % (i, b"&a%d;" % (i - 1) * 10) for i in range(1, 10)
    ]
    source = WRITERS["tolbeck.docx"]()
    with zipfile.ZipFile(io.BytesIO(source)) as package:
        members = {name: package.read(name) for name in package.namelist()}
    text = members["word/document.xml"]
    head, body = text.split(b"?>", 1)
    body = body.replace(b"The ministry", b"&a9; The ministry")
    members["word/document.xml"] = head + b"?><!DOCTYPE d [" + b"".join(names) + b"]>" + body
    return _zip(members)


def bomb_zip() -> bytes:
    return _zip(
        {
            "zeros.txt": bytes(100_000_000),
            "good.txt": b"The dam at Orrin is 88 metres high, the owner said.\n",
        }
    )


def nested(depth: int) -> bytes:
    data = _zip({"a.txt": b"The tower has 40 floors, the owner said on Monday.\n"})
    for _ in range(depth):
        data = _zip({"inner.zip": data})
    return data


def traversal() -> bytes:
    members = {
        "../../outside.txt": b"It cost 4 euros in 2023.",
        "/etc/absolute.txt": b"It cost 5 euros in 2023.",
        "C:\\windows\\drive.txt": b"It cost 6 euros in 2023.",
        "fine.txt": b"The gate at Velle cost 7 million euros in 2023.\n",
    }
    return _zip(members)


def laughs() -> bytes:
    """Entities that would unpack to gigabytes."""
    names = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 10))
    head = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "ha">{names}]>'
    item = "<item><title>&l9;</title><description>&l9;</description></item>"
    return f'{head}<rss version="2.0"><channel><title>T</title>{item}</channel></rss>'.encode()
