// SPDX-License-Identifier: Apache-2.0
import { catalogue } from '@/shared/catalogue'

export const t = catalogue(
  {
    review: '受理', reject: '不受理', pause: '暂停', resume: '继续维修', repair: '报修复', accept: '验收合格', send_back: '验收不合格', cancel: '撤销',
    reject_says: '写明为什么不受理。', pause_says: '暂停期间是否计时看原因，见时限规则。', repair_says: '写明维修单位和处理情况；由另一个人验收。', send_back_says: '退回维修中，用时从报修起一直算。', cancel_says: '撤销以后不能恢复。',
    reason_missing: '请写明原因。', steps: '经过', pauses: '暂停', pause_open: '至今', stops: '不计时', counts: '计时', spare: '可换用的会议室', spare_says: '这间会议室七天内的会议；改到别的会议室请打开预订单。', spare_none: '七天内这间会议室没有会议。', no_alternative: '没有空闲的会议室', alternative: '{room}（{seats} 座）', open_booking: '打开预订单 {number}', facts: '报修内容', photos_saved: '照片已添加',
    action_reported: '报修', action_imported: '导入', action_taken_up: '受理', action_rejected: '不受理', action_paused: '暂停', action_resumed: '继续', action_repaired: '修复', action_accepted: '验收合格', action_sent_back: '验收不合格', action_cancelled: '撤销', action_photographed: '添加照片',
    new_says: '登录后报修直接进入维修中，24 小时的时限从现在起算。', choose_equipment: '选择设备；没有登记的写地点', place_hint: '没有选设备时填写，例如一楼走廊', no_place: '请选设备，或写明地点。', reported: '已报修，编号 {number}。', send: '报修',
    act_title: '{act} {number}', range: '{from}–{until}', meeting_at: '{range}：{rooms}',
  },
  {
    review: 'Take up', reject: 'Reject', pause: 'Pause', resume: 'Go on', repair: 'It is repaired', accept: 'Accept', send_back: 'Send back', cancel: 'Cancel',
    reject_says: 'Say why it is rejected.', pause_says: 'Whether a pause stops the clock depends on its reason.', repair_says: 'Say which unit did what; somebody else accepts it.', send_back_says: 'It is open again, and all the time since the report counts.', cancel_says: 'It cannot be taken back.',
    reason_missing: 'Say why.', steps: 'What happened', pauses: 'Pauses', pause_open: 'until now', stops: 'stops the clock', counts: 'counts', spare: 'Rooms to spare', spare_says: 'Meetings of the next seven days in this room; open the booking to move it.', spare_none: 'No meeting stands in this room within seven days.', no_alternative: 'No other room is free', alternative: '{room} ({seats} seats)', open_booking: 'Open booking {number}', facts: 'What was reported', photos_saved: 'Photos were added',
    action_reported: 'Reported', action_imported: 'Imported', action_taken_up: 'Taken up', action_rejected: 'Rejected', action_paused: 'Paused', action_resumed: 'Gone on', action_repaired: 'Repaired', action_accepted: 'Accepted', action_sent_back: 'Sent back', action_cancelled: 'Cancelled', action_photographed: 'Photos added',
    new_says: 'What you report is worked on at once; the 24 hours begin now.', choose_equipment: 'Choose the equipment, or write a place', place_hint: 'Where no equipment is chosen: the corridor of the first floor', no_place: 'Choose the equipment, or say where it is.', reported: 'Reported as {number}.', send: 'Report',
    act_title: '{act} {number}', range: '{from}–{until}', meeting_at: '{range}: {rooms}',
  },
)
