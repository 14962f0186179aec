// SPDX-License-Identifier: Apache-2.0
import { catalogue } from '@/shared/catalogue'

export const t = catalogue(
  {
    feeds: '日历订阅',
    says: '把地址填进日历软件（按网址订阅），会议随时更新。拿到地址的人不登录就能看到这些会议，请勿外传；不用时停用。',
    which: '订阅',
    own: '本人申请的会议',
    make: '生成地址',
    made: '“{name}”的订阅地址，只显示这一次：',
    address: '订阅地址',
    none: '还没有日历订阅。',
    made_at: '{at} 生成',
    revoke: '停用',
    revoke_says: '“{name}”的订阅地址将失效，日历软件不再更新，不能恢复。',
  },
  {
    feeds: 'Calendar feeds',
    says: 'Give the address to a calendar program (subscribe by address) and meetings stay up to date. Whoever has it sees them without signing in: keep it to yourself, and revoke it when it is no longer used.',
    which: 'Subscribe to',
    own: 'meetings I asked for',
    make: 'Make an address',
    made: 'The address for “{name}”, shown this once:',
    address: 'Address of the feed',
    none: 'No calendar feed yet.',
    made_at: 'made {at}',
    revoke: 'Revoke',
    revoke_says: 'The address for “{name}” will lead nowhere and calendar programs get nothing new. This cannot be undone.',
  },
)
