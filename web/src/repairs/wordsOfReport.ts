// SPDX-License-Identifier: Apache-2.0
import { catalogue } from '@/shared/catalogue'

export const t = catalogue(
  {
    no_code: '请扫描设备上的二维码打开这个页面。', at: '所在：{place}', fault_hint: '例如：没有声音、画面偏色', contact_hint: '可以不填', send: '报修', sent: '已报修，编号 {number}。会务科会尽快处理。', waits: '还没有送出：连上网络以后自动送出。', again: '再报一件', privacy: '不用登录。只登记您写的内容和照片；照片里的拍摄地点、时间不保存。', photo_add: '添加照片', photo_hint: '可以不加；最多 {most} 张，JPEG 或 PNG，每张不超过 {size}，太大的自动缩小。', remove: '去掉', photo_sent: '已送出', photos_sent: '照片已送出 {count} 张。', photos_left: '还有 {count} 张照片没有送出：连上网络以后自动送出。', photos_again: '重新送出照片', photo_refused: '有一张照片没有收下：{says}',
  },
  {
    no_code: 'Scan the code on the equipment to open this page.', at: 'Place: {place}', fault_hint: 'For example: no sound, wrong colours', contact_hint: 'May be left out', send: 'Report', sent: 'Reported as {number}. The meetings office will see to it.', waits: 'Not sent yet: it goes as soon as there is a network.', again: 'Report something else', privacy: 'Without signing in. Only what you write and your photos are recorded, without where and when they were taken.', photo_add: 'Add a photo', photo_hint: 'May be left out; at most {most}, JPEG or PNG, {size} each; larger ones are made smaller.', remove: 'Remove', photo_sent: 'Sent', photos_sent: '{count} photos were sent.', photos_left: '{count} photos are not sent yet: they go as soon as there is a network.', photos_again: 'Send the photos again', photo_refused: 'A photo was not taken: {says}',
  },
)
