// SPDX-License-Identifier: Apache-2.0
import { catalogue } from '@/shared/catalogue'

export const t = catalogue(
  {
    desk: '工作台',
    today: '{day}　{name}，{org}',
    todo: '我的待办',
    todo_none: '没有待办事项',
    todo_none_says: '需要您办理的事项会出现在这里。',
  },
  {
    desk: 'Desk',
    today: '{day} · {name}, {org}',
    todo: 'To do',
    todo_none: 'Nothing to do',
    todo_none_says: 'What waits for you will be listed here.',
  },
)
