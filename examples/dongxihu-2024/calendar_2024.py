# SPDX-License-Identifier: Apache-2.0
"""The office's working days of 2024 and even splits of whole numbers: what every register needs."""

from datetime import date, timedelta

YEAR = 2024
# Public holidays of the year; working Saturdays are left out, the office keeps no register on them here.
HOLIDAYS = [
    (date(2024, 1, 1), 1), (date(2024, 2, 10), 8), (date(2024, 4, 4), 3), (date(2024, 5, 1), 5),
    (date(2024, 6, 10), 1), (date(2024, 9, 15), 3), (date(2024, 10, 1), 7),
]  # fmt: skip


def working_days(first=date(2024, 1, 1), last=date(2024, 12, 31)):
    closed = {start + timedelta(days=n) for start, length in HOLIDAYS for n in range(length)}
    days = (first + timedelta(days=n) for n in range((last - first).days + 1))
    return [day for day in days if day.weekday() < 5 and day not in closed]


def working_day_on_or_after(day):
    while day not in WORKING_DAYS:
        day += timedelta(days=1)
    return day


def split(total, parts, random, spread=60):
    """Whole numbers that add up to total exactly; each weighs the same, plus or minus up to `spread` percent."""
    weights = [random.randint((100 - spread) * 1000, (100 + spread) * 1000) for _ in range(parts)]
    shares = [total * weight // sum(weights) for weight in weights]
    shares[-1] += total - sum(shares)
    return shares


WORKING_DAYS = frozenset(working_days())
