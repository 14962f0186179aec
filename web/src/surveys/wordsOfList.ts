// SPDX-License-Identifier: Apache-2.0
import { catalogue } from '@/shared/catalogue'

export const t = catalogue(
  {
    says: '满意率旁边总有答卷数和发放数：没有份数的满意率说明不了什么。',
    source: '问卷和匿名答卷',
    found: '{count} 份问卷',
    none: '没有问卷',
    none_says: '新建一份问卷并发放问卷码，或用命令 mingji surveys import 导入纸质答卷。',
    help_anonymous: '答卷没有姓名、地址和时刻；问卷码用过即删，无法与答卷对应。',
  },
  {
    says: 'Beside every share stand the answers and how many were asked: a share without them says nothing.',
    source: 'Surveys and their anonymous answers',
    found: '{count} surveys',
    none: 'There is no survey',
    none_says: 'Make one and issue its cards, or import answers on paper with the command mingji surveys import.',
    help_anonymous: 'Answers have no name, no address and no time; a card is deleted when it is used and cannot be matched with its answer.',
  },
)
