"""A QR code as the path of an SVG, so that it stands in the page itself: no image, no style."""

from dataclasses import dataclass

from qrcode.main import QRCode


@dataclass(frozen=True, kw_only=True)
class Drawn:
    """A square of `size` units, and its dark fields as path data."""

    size: int
    path: str


def drawn(words: str) -> Drawn:
    code: QRCode = QRCode(border=4)  # the quiet zone that ISO/IEC 18004 asks for
    code.add_data(words)
    rows = code.get_matrix()
    dark = (
        f"M{x} {y}h1v1h-1z"
        for y, row in enumerate(rows)
        for x, is_dark in enumerate(row)
        if is_dark
    )
    return Drawn(size=len(rows), path="".join(dark))
