// SPDX-License-Identifier: Apache-2.0
import { catalogue } from '@/shared/catalogue'

export const t = catalogue(
  {
    cards: '座签',
    title: '座签：{title}',
    says: '每张座签一页 A4，沿虚线对折立在桌上，两面都能看到姓名；字号按长短自动调整。',
    source: '会务服务单',
    print: '打印座签',
    count: '{count} 张',
    none: '服务单上还没有座签',
    none_says: '在服务单里写上姓名，这里就能打印。',
  },
  {
    cards: 'Table cards',
    title: 'Table cards: {title}',
    says: 'A sheet of A4 each: folded along the dashed line, the name is read from both sides. Letters are as large as the name allows.',
    source: 'Service sheet',
    print: 'Print the cards',
    count: '{count} cards',
    none: 'The service sheet has no cards yet',
    none_says: 'Write the names in the service sheet, and they are printed from here.',
  },
)
