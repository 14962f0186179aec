// SPDX-License-Identifier: Apache-2.0
import { catalogue } from '@/shared/catalogue'

export const t = catalogue(
  {
    title: '房间标签（{code}）',
    says: '打印后沿虚线剪开，贴在门上。现场盘点时扫码就知道是哪间房；扫不了时，可以输入码旁边的房间代码。',
    print: '打印',
    every: '全部楼栋',
    none: '没有这样的房间',
    code_of: '房间 {room} 的码',
  },
  {
    title: 'Labels of rooms ({code})',
    says: 'Print, cut along the dashed lines and put on the doors. Whoever counts scans the code, or types the letters beside it.',
    print: 'Print',
    every: 'All buildings',
    none: 'There is no such room',
    code_of: 'Code of room {room}',
  },
)
