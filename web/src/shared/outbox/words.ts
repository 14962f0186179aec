// SPDX-License-Identifier: Apache-2.0
import { catalogue } from '@/shared/catalogue'

export const t = catalogue(
  {
    waiting: '{count} 项待发送。',
    offline: '现在没有网络，连上后自动发送。',
    server: '服务器暂时不能答复，稍后自动再发。',
    signed_out: '登录已结束，请重新登录后发送。',
    others: '本机还有 {names} 的 {count} 项没有发送，须由本人登录后发送。',
    broken: '浏览器不能在本机保存（无痕窗口或磁盘已满），没有网络时请不要勾选。',
    send: '立即发送',
    sending: '正在发送',
    sign_in: '重新登录',
    list: '、',
  },
  {
    waiting: '{count} to be sent.',
    offline: 'No network; they are sent when it is back.',
    server: 'The server does not answer just now; they are sent again soon.',
    signed_out: 'The session ended; sign in again to send them.',
    others: '{count} of {names} wait on this device; they have to sign in to send them.',
    broken: 'The browser cannot keep anything here (private window, full disk): do not tick without a network.',
    send: 'Send now',
    sending: 'Sending',
    sign_in: 'Sign in again',
    list: ', ',
  },
)
