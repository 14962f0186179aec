// SPDX-License-Identifier: Apache-2.0
import { catalogue } from '@/shared/catalogue'

export const t = catalogue(
  {
    lines_says: '每个项目的调整后预算、已签合同未付、已支付和可用余额。点金额看来源记录。',
    help_available: '可用余额 = 调整后预算 − 已签合同未付 − 已支付，任何时候不会小于零；没有余额的支付和合同不能登记。',
    help_rate: '执行率 = 已支付 ÷ 调整后预算，不是除以年初预算。',
    help_figures: '带虚线的金额都可以点开：调整后预算看文件，已签合同未付看合同，已支付看凭证。',
    help_unit: '右上角可以切换万元和元；只改变显示，不改变数据。',
    hint: '编码或名称',
    line_new: '新增项目',
    line_new_says: '项目登记后没有金额；金额由年初批复、追加等预算文件带来。',
    none: '{year} 年还没有预算项目',
    none_says: '导入预算表，或者逐个新增项目，再登记年初批复。',
    no_match: '没有符合条件的项目',
    no_match_says: '请修改查询条件。',
    code_hint: '单位内部编码，登记后不能修改，例如 2024-01',
    functional_hint: '政府收支分类的功能科目，例如 2010303；可不填',
    economic_hint: '部门经济分类科目，例如 30209；可不填',
  },
  {
    lines_says: 'The adjusted budget of each line, what is committed, paid and available. An amount opens its records.',
    help_available: 'Available = adjusted − committed − paid, never below zero; a payment or contract beyond it cannot be recorded.',
    help_rate: 'Rate = paid ÷ adjusted budget, not the first approval.',
    help_figures: 'Amounts with a dashed line open: the adjusted budget its documents, committed its contracts, paid its vouchers.',
    help_unit: 'The switch on the top right shows 10,000 yuan or yuan; the data stay as they are.',
    hint: 'code or name',
    line_new: 'Add a line',
    line_new_says: 'A new line has no money; the first approval, supplements and other documents bring it.',
    none: 'No budget lines in {year}',
    none_says: 'Import the budget, or add lines and record the first approval.',
    no_match: 'No line matches',
    no_match_says: 'Change the filters.',
    code_hint: 'The unit’s own code; it cannot be changed later, e.g. 2024-01',
    functional_hint: 'Functional code of the classification, e.g. 2010303; optional',
    economic_hint: 'Economic code, e.g. 30209; optional',
  },
)
