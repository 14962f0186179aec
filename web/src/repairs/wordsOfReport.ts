// SPDX-License-Identifier: Apache-2.0
import { catalogue } from '@/shared/catalogue'

export const t = catalogue(
  {
    no_code: '请扫描设备上的二维码打开这个页面。', at: '所在：{place}', fault_hint: '例如：没有声音、画面偏色', contact_hint: '可以不填', send: '报修', sent: '已报修，编号 {number}。会务科会尽快处理。', waits: '还没有送出：连上网络以后自动送出。', again: '再报一件', privacy: '不用登录。只登记您写的内容。',
  },
  {
    no_code: 'Scan the code on the equipment to open this page.', at: 'Place: {place}', fault_hint: 'For example: no sound, wrong colours', contact_hint: 'May be left out', send: 'Report', sent: 'Reported as {number}. The meetings office will see to it.', waits: 'Not sent yet: it goes as soon as there is a network.', again: 'Report something else', privacy: 'Without signing in. Only what you write is recorded.',
  },
)
