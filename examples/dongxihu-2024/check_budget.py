# SPDX-License-Identifier: Apache-2.0
"""预算.xlsx and 支付.xlsx: totals as published, and no line overspent on any day."""

from collections import defaultdict
from fractions import Fraction

from check_measures import printed, share
from check_reader import read_tables

SHEETS = {
    "预算项目": ["项目编码", "项目名称", "支出类别", "功能科目编码", "经济科目编码"],
    "预算文件": ["文号", "日期", "类型", "项目编码", "金额（元）", "事由"],
    "合同": ["合同编号", "合同名称", "项目编码", "供应商", "合同金额（元）", "签订日期", "服务开始", "服务结束"],
}
PAYMENTS = [
    "支付日期", "凭证号", "项目编码", "收款方", "合同编号", "服务起月", "服务止月", "功能科目编码", "经济科目编码", "金额（元）",
    "类型", "原凭证号", "摘要",
]  # fmt: skip


def fen(amount):
    value = amount * 100
    assert value == int(value), f"{amount} 不足一分"
    return int(value)


def ten_thousands(amount):
    return printed(Fraction(amount, 100), "万元", "2").rstrip("0").rstrip(".")


def months_of(contract):
    first, last = contract["服务开始"], contract["服务结束"]
    return {f"2024-{month:02d}" for month in range(first.month, last.month + 1)} if first else set()


class BudgetYear:
    def __init__(self, folder):
        tables = {table.sheet: table for table in read_tables(folder / "预算.xlsx", SHEETS)}
        self.payments_table = read_tables(folder / "支付.xlsx", PAYMENTS)[0]
        self.tables = [*tables.values(), self.payments_table]
        self.lines = {row["项目编码"]: row for row in tables["预算项目"].records}
        self.documents = tables["预算文件"].records
        self.contracts = {row["合同编号"]: row for row in tables["合同"].records}
        self.payments = self.payments_table.records

    def is_project(self, line):
        return self.lines[line]["支出类别"] == "项目支出"

    def budgeted(self, chosen, kinds=None):
        rows = (row for row in self.documents if chosen(row["项目编码"]) and (not kinds or row["类型"] in kinds))
        return sum(fen(row["金额（元）"]) for row in rows)

    def paid(self, chosen):
        return sum(fen(row["金额（元）"]) for row in self.payments if chosen(row["项目编码"]))

    def figures(self):
        """Every published budget figure, computed from the fen."""
        by_name = {row["项目名称"]: code for code, row in self.lines.items()}
        named = {name: by_name[name] for name in ("生活服务经费", "物业服务经费")}
        groups = {
            "whole": lambda line: True,
            "project_total": self.is_project,
            **{name: lambda line, code=code: line == code for name, code in named.items()},
            "其他项目（报告未列明）": lambda line: self.is_project(line) and line not in named.values(),
        }
        figures = {}
        for name, chosen in groups.items():
            adjusted, executed = self.budgeted(chosen), self.paid(chosen)
            figures[f"budget.{name}.adjusted"] = ten_thousands(adjusted)
            figures[f"budget.{name}.executed"] = ten_thousands(executed)
            figures[f"budget.{name}.rate_published"] = printed(share(executed, adjusted), "%", "2") + "%"
        figures["budget.whole.initial"] = ten_thousands(self.budgeted(lambda line: True, ["年初批复"]))
        figures["budget.whole.supplement"] = ten_thousands(self.budgeted(lambda line: True, ["追加", "追减", "上年结转"]))
        for part in ("adjusted", "executed"):
            whole, projects = (Fraction(figures[f"budget.{name}.{part}"]) for name in ("whole", "project_total"))
            figures[f"budget.basic_derived.{part}"] = printed(whole - projects, "", "2")
        rate = share(self.paid(lambda line: True), self.budgeted(lambda line: True))
        figures["execution_score"] = printed(rate * 20 / 100, "", "2")
        return figures

    def shortfalls(self):
        """Every day and line where signed and paid exceed what was approved by then."""
        days = sorted(
            {row["日期"] for row in self.documents}
            | {row["签订日期"] for row in self.contracts.values()}
            | {row["支付日期"] for row in self.payments}
        )
        found = []
        for day in days:
            left = defaultdict(int)
            for row in self.documents:
                left[row["项目编码"]] += fen(row["金额（元）"]) if row["日期"] <= day else 0
            for row in self.contracts.values():
                left[row["项目编码"]] -= fen(row["合同金额（元）"]) if row["签订日期"] <= day else 0
            for row in self.payments:  # what a contract pays was committed when it was signed
                if row["支付日期"] <= day and not row["合同编号"]:
                    left[row["项目编码"]] -= fen(row["金额（元）"])
            found += [f"{day:%Y-%m-%d} {line} 超支 {-amount} 分" for line, amount in left.items() if amount < 0]
        return found

    def contract_problems(self):
        for number, contract in self.contracts.items():
            mine = [row for row in self.payments if row["合同编号"] == number]
            if sum(fen(row["金额（元）"]) for row in mine) > fen(contract["合同金额（元）"]):
                yield f"{number} 付款超过合同金额"
            for row in mine:
                same = row["项目编码"] == contract["项目编码"] and row["收款方"] == contract["供应商"]
                if not same or row["支付日期"] < contract["签订日期"]:
                    yield f"{row['凭证号']} 与合同 {number} 不符"

    def unpaid_months(self):
        """{contract: months of its service that no payment covers}."""
        unpaid = {}
        for number, contract in self.contracts.items():
            months = months_of(contract)
            for row in self.payments:
                if row["合同编号"] == number:
                    months = {month for month in months if not row["服务起月"] <= month <= row["服务止月"]}
            if months:
                unpaid[number] = sorted(months)
        return unpaid

    def entry_problems(self):
        """Signs, corrections, codes: what makes a row of 支付明细 wrong by itself."""
        by_voucher = {row["凭证号"]: row for row in self.payments}
        if len(by_voucher) != len(self.payments):
            yield "凭证号重复"
        for row in self.payments:
            line, original = self.lines[row["项目编码"]], by_voucher.get(row["原凭证号"])
            if row["功能科目编码"] != line["功能科目编码"] or not row["经济科目编码"].startswith(line["经济科目编码"]):
                yield f"{row['凭证号']} 科目与预算项目不符"
            if row["类型"] == "支付" and (row["金额（元）"] <= 0 or row["原凭证号"]):
                yield f"{row['凭证号']} 支付应为正数且不写原凭证号"
            if row["类型"] == "红冲" and (not original or row["金额（元）"] != -original["金额（元）"]):
                yield f"{row['凭证号']} 红冲应与原凭证金额相反"
            if row["类型"] == "退款" and (not original or not 0 < -row["金额（元）"] <= original["金额（元）"]):
                yield f"{row['凭证号']} 退款应不超过原凭证"
        transfers = defaultdict(int)
        for row in self.documents:
            if row["类型"] == "调剂":
                transfers[row["文号"]] += fen(row["金额（元）"])
        yield from (f"{number} 调剂不平" for number, total in transfers.items() if total)

    def service_records(self):
        """预算:服务期: one record per contract and month of service."""
        unpaid = self.unpaid_months()
        return [
            {"合同编号": number, "月份": month, "是否已付": "否" if month in unpaid.get(number, []) else "是"}
            for number, contract in self.contracts.items()
            for month in sorted(months_of(contract))
        ]

    def payment_records(self):
        return [{**row, "支出类别": self.lines[row["项目编码"]]["支出类别"]} for row in self.payments]
