// SPDX-License-Identifier: Apache-2.0
import { catalogue } from '@/shared/catalogue'

export const t = catalogue(
  {
    says: '同一会议室、时间重叠的申请并排列出；批准一场后，其余的标出冲突并给出可改用的会议室。',
    source: '预订记录',
    pending: '待批申请',
    waiting: '候补',
    waiting_says: '会议室被占用时登记的候补；会议室空出后可以批准。',
    none: '没有待批申请',
    none_says: '需要审批的预订提交后出现在这里。',
    waiting_none: '没有候补。',
    group: '{room}，{when}',
    group_alone: '1 个申请',
    group_many: '{count} 个申请时间重叠',
    count: '{count} 个待批',
  },
  {
    says: 'What asks for the same room at overlapping times stands side by side; when one is approved the others are marked and offered other rooms.',
    source: 'Bookings',
    pending: 'Pending',
    waiting: 'Waiting list',
    waiting_says: 'Asked for while the room was taken; they can be approved when it is free.',
    none: 'Nothing is pending',
    none_says: 'Bookings that need an approval come here.',
    waiting_none: 'Nobody waits.',
    group: '{room}, {when}',
    group_alone: '1 booking',
    group_many: '{count} bookings overlap',
    count: '{count} pending',
  },
)
