"""Sixteen sentences that published extractors misread, each as a careful person reads it."""

import pytest

from claims.quantities import quantities

# text, then low, high, unit and hedge of each quantity in order
SENTENCES = [
    (
        "The government is planning incentives of ₹3,500–5,000 crore for local production.",
        [(3.5e10, 5e10, "Indian rupee", "range", None)],
    ),
    ("India imported magnets worth ₹306 crore.", [(3.06e9, 3.06e9, "Indian rupee", "exact", None)]),
    (
        "The outlay is Rs 2.4 lakh crore, or about US$28.5bn.",
        [(2.4e12, 2.4e12, "Indian rupee", "exact", None), (2.85e10, 2.85e10, "dollar", "approx", None)],
    ),
    (
        "China dominates production (240 kilotons out of 356 kilotons in 2023, or 67%).",
        [
            (240, 240, "kiloton", "exact", None),
            (356, 356, "kiloton", "exact", None),
            (67, 67, "percentage", "exact", None),
        ],
    ),
    (
        "Demand is projected to soar to 180-202 kilotons by 2050.",
        [(180, 202, "kiloton", "range", None)],
    ),
    (
        "The rules expanded the list of minerals from seven to 12.",
        [(7, 7, "", "exact", None), (12, 12, "", "exact", None)],
    ),
    (
        "India imported 460 tons in the fiscal year ending March 31, 2025, and means to import"
        " 700 tons worth $30 million this year.",
        [
            (460, 460, "ton", "exact", None),
            (700, 700, "ton", "exact", None),
            (3e7, 3e7, "dollar", "exact", None),
        ],
    ),
    ("The plant has three thousand kg annual capacity.", [(3000, 3000, "kilogram", "exact", None)]),
    (
        "India ranks fifth with approximately 6.9 million metric tons.",
        [(6.9e6, 6.9e6, "metric ton", "approx", None)],
    ),
    (
        "REEs comprise 17 metals, including the lanthanides (elements 57 to 71).",
        [(17, 17, "metal", "exact", None)],
    ),
    (
        "Sales rose 60% in 2018 to 3.9 million headsets, up from 2.4 million in 2017.",
        [
            (60, 60, "percentage", "exact", "up"),
            (3.9e6, 3.9e6, "headset", "exact", None),
            (2.4e6, 2.4e6, "headset", "exact", None),
        ],
    ),
    (
        "Kazakhstan has reserves of 15 out of 17 REEs.",
        [(15, 15, "REE", "exact", None), (17, 17, "REE", "exact", None)],
    ),
    (
        "On April 4, China controlled nearly 90% of output, not more than 95%.",
        [(90, 90, "percentage", "nearly", None), (None, 95, "percentage", "at_most", None)],
    ),
    (
        "Profit halved to between $1.2 billion and $1.4 billion; margins fell 2.5 percentage points to 11%.",
        [
            (0.5, 0.5, "time", "exact", None),
            (1.2e9, 1.4e9, "dollar", "range", None),
            (2.5, 2.5, "percentage point", "exact", "down"),
            (11, 11, "percentage", "exact", None),
        ],
    ),
    (
        "Exports dropped by a third, to two and a half million tonnes.",
        [(1 / 3, 1 / 3, "", "exact", "down"), (2.5e6, 2.5e6, "metric ton", "exact", None)],
    ),
    (
        "One in five of the 1,000-plus firms lost at least half a million dollars in FY25.",
        [
            (0.2, 0.2, "", "exact", None),
            (1000, None, "firm", "over", None),
            (5e5, None, "dollar", "at_least", None),
        ],
    ),
]


@pytest.mark.parametrize(("text", "wanted"), SENTENCES, ids=[text[:40] for text, _ in SENTENCES])
def test_hard_sentence_is_read_as_a_careful_person_reads_it(text, wanted):
    found = [(q.low, q.high, q.unit, q.hedge, q.direction) for q in quantities(text)]
    assert [row[2:] for row in found] == [row[2:] for row in wanted]
    assert [row[:2] for row in found] == [
        tuple(None if bound is None else pytest.approx(bound) for bound in row[:2]) for row in wanted
    ]
