// SPDX-License-Identifier: Apache-2.0
import { catalogue } from '@/shared/catalogue'

export const t = catalogue(
  {
    unreachable_title: '连不上服务器',
    unreachable: '连不上服务器。已填写的内容还在，请检查网络后重试；如果一直不行，请联系系统管理员。',
    answered_by_another: '服务器没有给出可以识别的答复（{status}）。请稍后重试，或联系系统管理员检查网关。',
    file_too_large: '文件“{name}”有 {size}，超过上限 {most}。请压缩或拆分后再上传。',
    file_empty: '文件“{name}”是空的。请检查后重新选择。',
    file_type: '文件“{name}”的类型不能上传。可以上传：{types}。',
    file_disguised: '文件“{name}”的内容与扩展名不符。请用原来的程序另存为 {types} 后再上传。',
  },
  {
    unreachable_title: 'The server cannot be reached',
    unreachable: 'The server cannot be reached. What you typed is still here; check the network and try again, or ask the system administrator.',
    answered_by_another: 'The answer was not one of this server ({status}). Try again later, or ask the system administrator to check the gateway.',
    file_too_large: '“{name}” has {size}, more than the limit of {most}. Compress or split it.',
    file_empty: '“{name}” is empty. Check it and choose again.',
    file_type: '“{name}” is of a type that cannot be uploaded. Possible: {types}.',
    file_disguised: 'The content of “{name}” is not what its name says. Save it again as {types} with the program that made it.',
  },
)
