"""A small PDF writer: pages of text in Helvetica, for running heads, columns and cut words."""

import hashlib
import zlib
from dataclasses import dataclass, field

WIDTH, HEIGHT, MARGIN = 595, 842, 72
_PAD = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")
_AVERAGE = 0.5  # width of a letter, of its size


@dataclass
class Pdf:
    """Pages with lines at places."""

    pages: list[list[tuple[str, float, float, float, str]]] = field(default_factory=list)
    info: dict[str, str] = field(default_factory=dict)

    def page(self) -> None:
        self.pages.append([])

    def line(self, text: str, left: float, bottom: float, size: float = 11, font: str = "F1") -> None:
        self.pages[-1].append((text, left, bottom, size, font))

    def bytes(self, password: str | None = None, compress: bool = True) -> bytes:
        """Return the file; with a password nobody opens it without."""
        objects: list[bytes] = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
        fonts = {"F1": b"/Helvetica", "F2": b"/Helvetica-Bold"}
        for name in fonts.values():
            objects.append(
                b"<< /Type /Font /Subtype /Type1 /BaseFont " + name + b" /Encoding << /Type /Encoding "
                b"/BaseEncoding /WinAnsiEncoding /Differences [1 /fi /fl] >> >>"
            )
        kids = []
        for page in self.pages:
            content = b"".join(map(_operators, page))
            filters = b"/Filter /FlateDecode " if compress else b""
            content = zlib.compress(content) if compress else content
            kids.append(len(objects) + 2)
            objects.append(b"<< /Length %d %s>>\nstream\n%s\nendstream" % (len(content), filters, content))
            objects.append(
                b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents %d 0 R /Resources << /Font "
                b"<< /F1 3 0 R /F2 4 0 R >> >> >>" % (WIDTH, HEIGHT, len(objects))
            )
        objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (
            b" ".join(b"%d 0 R" % kid for kid in kids),
            len(kids),
        )
        trailer = b""
        if self.info:
            entries = (b"/%s (%s)" % (key.encode(), value.encode()) for key, value in self.info.items())
            objects.append(b"<< %s >>" % b" ".join(entries))
            trailer += b" /Info %d 0 R" % len(objects)
        if password is not None:
            objects.append(_encryption(password))
            trailer += b" /Encrypt %d 0 R /ID [<%s> <%s>]" % (len(objects), b"00" * 16, b"00" * 16)
        return _file(objects, trailer)


def _operators(line: tuple[str, float, float, float, str]) -> bytes:
    text, left, bottom, size, font = line
    data = text.replace("\ufb01", "\x01").replace("\ufb02", "\x02").encode("cp1252")
    data = data.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    return b"BT /%s %g Tf 1 0 0 1 %g %g Tm (%s) Tj ET\n" % (font.encode(), size, left, bottom, data)


def _file(objects: list[bytes], trailer: bytes) -> bytes:
    written, places = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n", []
    for number, thing in enumerate(objects, 1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, thing)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    start = b"xref\n0 %d\n0000000000 65535 f \n" % size
    end = b"trailer\n<< /Size %d /Root 1 0 R%s >>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer, len(written))
    return written + start + table + end


def _encryption(password: str) -> bytes:
    """The dictionary of the oldest encryption (RC4, 40 bits); without the password no key is right."""
    padded = (password.encode() + _PAD)[:32]
    owner = _rc4(hashlib.md5(padded).digest()[:5], padded)
    key = hashlib.md5(padded + owner + (0xFFFFFFFC).to_bytes(4, "little") + bytes(16)).digest()[:5]
    user = _rc4(key, _PAD)
    return b"<< /Filter /Standard /V 1 /R 2 /O <%s> /U <%s> /P -4 >>" % (
        owner.hex().encode(),
        user.hex().encode(),
    )


def _rc4(key: bytes, data: bytes) -> bytes:
    box, j, out = list(range(256)), 0, bytearray()
    for i in range(256):
        j = (j + box[i] + key[i % len(key)]) % 256
        box[i], box[j] = box[j], box[i]
    i = j = 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + box[i]) % 256
        box[i], box[j] = box[j], box[i]
        out.append(byte ^ box[(box[i] + box[j]) % 256])
    return bytes(out)


def wrapped(text: str, width: float, size: float = 11, cut: bool = False) -> list[str]:
    """Break a text into lines of a width; ``cut`` divides words with a hyphen, as typesetters do."""
    most = int(width / (size * _AVERAGE))
    lines, line = [], ""
    for word in text.split(" "):
        if len(line) + len(word) + 1 <= most:
            line = f"{line} {word}".strip()
            continue
        room = most - len(line) - 2
        if cut and len(word) > 7 and 3 <= room <= len(word) - 3 and word.isalpha():
            lines.append(f"{line} {word[:room]}-".strip())
            line = word[room:]
        else:
            lines.append(line)
            line = word
    return [*lines, line]
