# SPDX-License-Identifier: Apache-2.0
"""The declared measures of 绩效指标.xlsx, computed once more in the plainest way."""

import re
from decimal import Decimal
from fractions import Fraction

OPERATORS = {
    "≠": lambda a, b: a != b, "≥": lambda a, b: a >= b, "≤": lambda a, b: a <= b, ">": lambda a, b: a > b,
    "<": lambda a, b: a < b, "=": lambda a, b: a == b, "包含": lambda a, b: b in a,
}  # fmt: skip
LIMIT_HOURS = {"小时": 1, "天": 24}


def meets(record, condition):
    """会议类别=甲|乙; 状态=已召开: all of the parts, one of the alternatives."""
    for part in filter(None, (part.strip() for part in condition.split(";"))):
        column, operator, wanted = re.match(r"(.+?)(≠|≥|≤|=|>|<|包含)(.+)", part).groups()
        if not any(OPERATORS[operator](record[column], value) for value in wanted.split("|")):
            return False
    return True


def number_of(record, field):
    """The value of 统计字段: a column, or the hours between two."""
    if field in record:
        return Fraction(record[field])
    later, earlier = field.split("-")
    return Fraction(int((record[later] - record[earlier]).total_seconds()), 3600)


def in_period(record, column, period):
    if period == "全部" or not column:
        return True
    return f"{record[column]:%Y}" == period


def share(part, whole):
    return Fraction(100 * part, whole) if whole else None


def measure(row, records, period_column):
    """The exact value of one declared measure; percentages are of 100, times in hours."""
    method, field = row["统计方式"], row["统计字段"]
    mine = [one for one in records if in_period(one, period_column, row["统计期间"]) and meets(one, row["筛选条件"])]
    if method == "计数":
        return Fraction(len(mine))
    if method == "去重计数":
        return Fraction(len({one[field] for one in mine}))
    if method == "占比":
        weights = [number_of(one, field) if field else 1 for one in mine]
        counted = [weight for one, weight in zip(mine, weights) if meets(one, row["分子条件"])]
        return share(sum(counted), sum(weights))
    numbers = [number_of(one, field) for one in mine]
    if method == "限内占比":
        operator, limit, unit = re.match(r"(≤|<)(\d+)(.+)", row["分子条件"]).groups()
        hours = int(limit) * LIMIT_HOURS[unit]
        return share(sum(1 for number in numbers if OPERATORS[operator](number, hours)), len(numbers))
    if method == "求和":
        return sum(numbers, Fraction(0))
    return max(numbers) if method == "最大" else sum(numbers) / len(numbers)


UNIT_FACTOR = {"万m²": Fraction(1, 10000), "万元": Fraction(1, 10000)}


def printed(value, unit, decimals=""):
    """Half-up to the declared decimals; without them a value that two decimals cannot say stays a fraction."""
    value = value * UNIT_FACTOR.get(unit, 1)
    if not decimals and 100 % value.denominator:
        return str(value)
    places = int(decimals or 2)
    text = format(Decimal(int((value * 10**places * 2 + 1) // 2)).scaleb(-places), "f")
    return text if decimals else text.rstrip("0").rstrip(".")
