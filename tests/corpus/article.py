"""One article, as its parts: what every format of it has to say again."""

from dataclasses import dataclass

TITLE = "Reservoir at Tolbeck falls to its lowest level since 2011"
BYLINE = "By A. Writer"
DATE = "12 September 2024"
PUBLISHER = "The Norland Gazette"


@dataclass(frozen=True)
class Part:
    """A part of the article: its kind (p, h2, li, caption, rows) and its text or cells."""

    kind: str
    text: str = ""
    cells: tuple[tuple[str, ...], ...] = ()


PARTS = (
    Part(
        "p",
        "The reservoir at Tolbeck held 41 million cubic metres of water on Monday, the lowest level since "
        "2011, the Norland Water Board said in its weekly report.",
    ),
    Part(
        "p",
        "Inflows fell by 23 percent in August compared with July, and about 340,000 households may only "
        "water their gardens on two days a week, according to the board.",
    ),
    Part("caption", "The dam at Tolbeck stood 14 metres above the water on Sunday. Photo: B. Lens"),
    Part("h2", "What the board plans"),
    Part(
        "p",
        "The board expects to spend €38 million on a pipeline from Lake Orrin, which is to open in 2027. It "
        "would carry up to 90,000 cubic metres a day.",
    ),
    Part("li", "Farms use 62 percent of the water."),
    Part("li", "Homes use 27 percent of the water."),
    Part(
        "rows",
        cells=(
            ("Reservoir", "Stored in 2023 (million m3)", "Stored in 2024 (million m3)"),
            ("Tolbeck", "58", "41"),
            ("Harwick", "33", "29"),
        ),
    ),
    Part(
        "p",
        "The ministry has not approved the pipeline. A decision is due by the end of November, the water "
        "minister told parliament on Tuesday.",
    ),
)
