// SPDX-License-Identifier: Apache-2.0
import { catalogue } from '@/shared/catalogue'

export const t = catalogue(
  {
    orders: '报修单', order: '报修单', new: '报修', equipment: '设备', labels: '设备标签', plans: '检查计划', due: '应检清单', inspect: '检查设备', inspections: '检查记录', statistics: '维修统计', report: '扫码报修', import: '导入设备和报修单',
    number: '编号', fault: '故障现象', place: '地点', room: '会议室', where: '设备或地点', kind: '设备类别', state: '状态', source: '来源', scope: '范围', scope_counted: '计入统计', scope_unrepaired: '未修复', without_equipment: '没有登记的设备', reported_at: '报修时间', reported_by: '报修人', contact: '联系方式', repaired_at: '修复时间', repaired_by: '维修单位', work: '处理情况', reason: '原因', note: '说明', photos: '照片', clock: '时限', used: '用时', from: '起', until: '止', own: '本人报修', yes: '是', actions: '操作', none: '无', save: '保存', missing: '请填写{field}', name: '名称', code: '编码', separator: '、',
    state_submitted: '待审核', state_open: '维修中', state_paused: '暂停', state_repaired: '待验收', state_accepted: '验收合格', state_rejected: '不受理', state_cancelled: '已撤销',
    source_person: '人员报修', source_inspection: '检查发现', source_qr: '扫码报修', source_import: '导入',
    clock_running: '计时中', clock_paused: '计时暂停', clock_stopped: '已修复', clock_met: '时限内', clock_late: '超时', clock_none: '不计',
    pause_waiting_for_parts: '等配件', pause_meeting_in_progress: '等会议结束', pause_room_in_use: '房间占用', pause_asked_by_reporter: '报修人要求',
    hours_minutes: '{hours} 小时 {minutes} 分', remaining: '还剩 {time}', late_by: '超时 {time}', used_of: '已用 {used}，时限 {limit}',
    source_of: '报修单登记在本系统，时限见 rules/repairs/limits.csv。', found: '{count} 张', nothing: '没有报修单', nothing_says: '没有符合条件的报修单。', photo_of: '照片 {index}', photos_add: '添加照片（最多 {most} 张）', photos_count: '{count} 张照片', photo_remove: '去掉照片 {index}',
  },
  {
    orders: 'Repair orders', order: 'Repair order', new: 'Report a fault', equipment: 'Equipment', labels: 'Labels', plans: 'Inspection plans', due: 'Inspections due', inspect: 'Inspect', inspections: 'Inspections', statistics: 'Repairs in numbers', report: 'Report a fault', import: 'Import equipment and orders',
    number: 'Number', fault: 'What is wrong', place: 'Place', room: 'Meeting room', where: 'Equipment or place', kind: 'Kind of equipment', state: 'State', source: 'Source', scope: 'Which', scope_counted: 'What the numbers count', scope_unrepaired: 'Not repaired', without_equipment: 'Equipment that is not recorded', reported_at: 'Reported', reported_by: 'Reported by', contact: 'How to reach you', repaired_at: 'Repaired', repaired_by: 'Repaired by (unit)', work: 'What was done', reason: 'Reason', note: 'Note', photos: 'Photos', clock: 'Time limit', used: 'Time taken', from: 'From', until: 'Until', own: 'Reported by me', yes: 'Yes', actions: 'Actions', none: 'None', save: 'Save', missing: 'Give this: {field}', name: 'Name', code: 'Code', separator: ', ',
    state_submitted: 'To be taken up', state_open: 'Being repaired', state_paused: 'Paused', state_repaired: 'To be accepted', state_accepted: 'Accepted', state_rejected: 'Rejected', state_cancelled: 'Cancelled',
    source_person: 'Person', source_inspection: 'Inspection', source_qr: 'Label', source_import: 'Imported',
    clock_running: 'Running', clock_paused: 'Stopped', clock_stopped: 'Repaired', clock_met: 'In time', clock_late: 'Late', clock_none: 'Does not count',
    pause_waiting_for_parts: 'Waiting for parts', pause_meeting_in_progress: 'A meeting is going on', pause_room_in_use: 'The room is in use', pause_asked_by_reporter: 'Asked by who reported it',
    hours_minutes: '{hours} h {minutes} min', remaining: '{time} left', late_by: '{time} late', used_of: '{used} taken of {limit}',
    source_of: 'Repair orders are recorded here; the limit is in rules/repairs/limits.csv.', found: '{count} orders', nothing: 'No repair orders', nothing_says: 'No order is like this.', photo_of: 'Photo {index}', photos_add: 'Add photos (at most {most})', photos_count: '{count} photos', photo_remove: 'Remove photo {index}',
  },
)
