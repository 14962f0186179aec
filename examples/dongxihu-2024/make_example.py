#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes the example year's workbooks: python3 make_example.py [DEST]. The same bytes at every run."""

import sys
from pathlib import Path

from budget_year import write_budget
from definitions import write_definitions
from evidence import write_evidence
from indicators_year import write_indicators
from meetings_year import write_meetings
from payments import write_payments
from registers_premises import write_premises_registers
from registers_services import write_service_registers
from repairs_year import write_repairs


def write_all(folder):
    folder.mkdir(parents=True, exist_ok=True)
    for write in (
        write_budget, write_payments, write_meetings, write_repairs, write_service_registers, write_premises_registers, write_definitions,
        write_indicators, write_evidence,
    ):  # fmt: skip
        write(folder)


def main(arguments):
    folder = Path(arguments[0]) if arguments else Path(__file__).resolve().parent
    write_all(folder)
    print(f"示例年度已写入 {folder}")


if __name__ == "__main__":
    main(sys.argv[1:])
