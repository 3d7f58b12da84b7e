"""The one article in every format, written as the programs write it that people use."""

import io
import zipfile
from html import escape

import docx

from tests.corpus.article import BYLINE, DATE, PARTS, PUBLISHER, TITLE, Part
from tests.corpus.pdf import HEIGHT, MARGIN, WIDTH, Pdf, wrapped


def text() -> bytes:
    lines = [TITLE, BYLINE, DATE]
    for part in PARTS:
        if part.kind == "rows":
            lines.append("\n".join("\t".join(row) for row in part.cells))
        elif part.kind == "li":
            lines.append(f"- {part.text}")
        else:
            lines.append(part.text)
    return ("\n\n".join(lines) + "\n").encode()


def markdown() -> bytes:
    lines = [f"---\npublisher: {PUBLISHER}\ndate: 2024-09-12\n---\n\n# {TITLE}", BYLINE]
    for part in PARTS:
        if part.kind == "rows":
            head, *rows = part.cells
            table = [head, tuple("---" for _ in head), *rows]
            lines.append("\n".join(f"| {' | '.join(row)} |" for row in table))
        else:
            mark = {"h2": "## ", "li": "- "}.get(part.kind, "")
            lines.append(mark + part.text)
    return ("\n\n".join(lines) + "\n").encode()


def cells(tag: str, row: tuple[str, ...]) -> str:
    return "<tr>" + "".join(f"<{tag}>{escape(cell)}</{tag}>" for cell in row) + "</tr>"


def html_body() -> str:
    written = []
    for part in PARTS:
        shown = escape(part.text)
        if part.kind == "rows":
            head, *rows = part.cells
            written.append(f"<table>{cells('th', head)}{''.join(cells('td', row) for row in rows)}</table>")
        elif part.kind == "li":
            written.append(f"<ul><li>{shown}</li></ul>")
        elif part.kind == "caption":
            written.append(f'<figure><img src="dam.jpg"><figcaption>{shown}</figcaption></figure>')
        else:
            written.append(f"<{part.kind}>{shown}</{part.kind}>")
    return "\n".join(written).replace("</ul>\n<ul>", "\n")


def html() -> bytes:
    return f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{TITLE} | {PUBLISHER}</title>
<meta property="og:title" content="{TITLE}"><meta property="og:site_name" content="{PUBLISHER}">
<meta property="article:published_time" content="2024-09-12T06:00:00+02:00"></head>
<body><header><nav><a href="/">Home</a> <a href="/weather">Weather: 21 degrees</a></nav></header>
<main><article><h1>{TITLE}</h1><p class="byline">{BYLINE}</p><time datetime="2024-09-12">{DATE}</time>
{html_body()}
</article></main>
<footer>Copyright 2026 {PUBLISHER}. 14 offices in 9 countries.</footer></body></html>""".encode()


def pdf() -> bytes:
    """Two pages with running heads and feet and cut words, as a printing program lays them out."""
    document = Pdf(info={"Title": "tolbeck-final-v3.indd", "CreationDate": "D:20240930101500+02'00'"})
    at = 0.0

    def page() -> None:
        nonlocal at
        document.page()
        number = len(document.pages)
        document.line(f"{PUBLISHER} - {DATE}", MARGIN, HEIGHT - 40, 8)
        document.line(f"Page {number} of 2", WIDTH / 2, 30, 8)
        at = HEIGHT - MARGIN - 30

    def write(line: str, size: float, font: str = "F1") -> None:
        nonlocal at
        if at < HEIGHT - 330 and len(document.pages) == 1:
            page()
        document.line(line, MARGIN, at, size, font)
        at -= size * 1.3

    page()
    for line in wrapped(TITLE, WIDTH - 2 * MARGIN, 18):
        write(line, 18, "F2")
    at -= 10
    for line in (BYLINE, DATE):
        write(line, 11)
        at -= 8
    for part in PARTS:
        if part.kind == "rows":
            for row in part.cells:
                for column, cell in enumerate(row):
                    document.line(cell, MARGIN + 160 * column, at, 9)
                at -= 13
        else:
            mark = "\u2022 " if part.kind == "li" else ""
            for line in wrapped(mark + part.text, WIDTH - 2 * MARGIN, cut=part.kind == "p"):
                write(line, 11, "F2" if part.kind == "h2" else "F1")
        at -= 9
    return document.bytes()


def word() -> bytes:
    document = docx.Document()
    document.add_heading(TITLE, 0)
    document.add_paragraph(BYLINE)
    document.add_paragraph(DATE)
    for part in PARTS:
        if part.kind == "rows":
            table = document.add_table(rows=len(part.cells), cols=len(part.cells[0]))
            for row, cells in zip(table.rows, part.cells, strict=True):
                for cell, value in zip(row.cells, cells, strict=True):
                    cell.text = value
        else:
            styles = {"h2": "Heading 2", "li": "List Bullet", "caption": "Caption"}
            document.add_paragraph(part.text, style=styles.get(part.kind))
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def opendocument() -> bytes:
    def paragraph(text: str) -> str:
        return f"<text:p>{escape(text)}</text:p>"

    def block(part: Part) -> str:
        if part.kind == "rows":
            rows = (
                [f"<table:table-cell>{paragraph(c)}</table:table-cell>" for c in row] for row in part.cells
            )
            shown = (f"<table:table-row>{''.join(row)}</table:table-row>" for row in rows)
            return f"<table:table>{''.join(shown)}</table:table>"
        if part.kind == "h2":
            return f'<text:h text:outline-level="2">{escape(part.text)}</text:h>'
        inner = paragraph(part.text)
        if part.kind == "li":
            return f"<text:list><text:list-item>{inner}</text:list-item></text:list>"
        return inner

    names = "urn:oasis:names:tc:opendocument:xmlns"
    spaces = " ".join(f'xmlns:{name}="{names}:{name}:1.0"' for name in ("office", "text", "table"))
    head = f"<text:h>{TITLE}</text:h>{paragraph(BYLINE)}{paragraph(DATE)}"
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        package.writestr(
            "content.xml",
            f'<?xml version="1.0"?><office:document-content {spaces}><office:body><office:text>'
            f"{head}{''.join(map(block, PARTS))}"
            "</office:text></office:body></office:document-content>",
        )
    return stream.getvalue()


def rich_text() -> bytes:
    lines = [rf"\fs36\b {TITLE}\b0\fs22", BYLINE, DATE]
    for part in PARTS:
        if part.kind == "rows":
            lines += [
                r"\trowd "
                + "".join(rf"\cellx{2000 * i}" for i in range(1, len(row) + 1))
                + r"\intbl "
                + "".join(rf"{cell}\cell " for cell in row)
                + r"\row"
                for row in part.cells
            ]
        else:
            lines.append((r"\bullet\tab " if part.kind == "li" else "") + part.text)
    body = "\\par\n".join(line.replace("\u20ac", r"\u8364?") for line in lines)
    return ("{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0 Helvetica;}}\n" + body + "\\par\n}").encode(
        "ascii"
    )


WRITERS = {
    "tolbeck.txt": text,
    "tolbeck.md": markdown,
    "tolbeck.html": html,
    "tolbeck.pdf": pdf,
    "tolbeck.docx": word,
    "tolbeck.odt": opendocument,
    "tolbeck.rtf": rich_text,
}
