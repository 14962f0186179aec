// SPDX-License-Identifier: Apache-2.0
// A questionnaire as it is typed, and what is sent of it.
import { kindText, type NewSurvey, type Question, type QuestionKind, type Survey } from './surveys'
import { t } from './words'
import { t as say } from './wordsOfForm'

export interface TypedQuestion {
  code: string
  text: string
  kind: QuestionKind
  /** One a line. */
  options: string
  isMain: boolean
}
export interface TypedSurvey {
  title: string
  audience: string
  subject: string
  from: string
  until: string
  questions: TypedQuestion[]
}

export const mostQuestions = 20
/** A code that no question has; it stays with its question when others move or go. */
function freeCode(questions: readonly TypedQuestion[]): string {
  for (let number = 1; ; ++number) if (!questions.some(({ code }) => code === `Q${number}`)) return `Q${number}`
}
export const newQuestion = (questions: readonly TypedQuestion[]): TypedQuestion => ({ code: freeCode(questions), text: '', kind: 'rating', options: '', isMain: false })
export const emptySurvey = (day: string): TypedSurvey => ({
  title: '', audience: '', subject: '', from: day, until: '',
  questions: [{ code: 'Q1', text: say('main_text'), kind: 'rating', options: '', isMain: true }, { code: 'Q2', text: say('opinion_text'), kind: 'text', options: '', isMain: false }],
})
export const typedSurvey = ({ title, audience, subject, from, until, questions }: Survey): TypedSurvey => ({
  title, audience, subject, from, until, questions: questions.map(({ code, text, kind, options, is_main }) => ({ code, text, kind, options: options.join('\n'), isMain: is_main })),
})

export const optionsIn = (typed: string) => [...new Set(typed.split('\n').map((line) => line.trim()).filter((line) => line !== ''))]
const questionOf = ({ code, text, kind, options, isMain }: TypedQuestion): Question => ({ code, text: text.trim(), kind, options: kind === 'choice' ? optionsIn(options) : [], is_main: kind === 'rating' && isMain })
export const surveyOf = (typed: TypedSurvey): NewSurvey => ({
  title: typed.title.trim(), audience: typed.audience.trim(), subject: typed.subject.trim(), from: typed.from, until: typed.until, questions: typed.questions.map(questionOf),
})

export function findingsOfSurvey(typed: TypedSurvey): Record<string, string | false> {
  const missing = (field: 'title' | 'audience' | 'subject', label: string) => typed[field].trim() === '' && t('missing', { field: label })
  const mains = typed.questions.map(questionOf).filter(({ is_main }) => is_main).length
  return {
    '/title': missing('title', t('title')),
    '/audience': missing('audience', t('audience')),
    '/subject': missing('subject', t('subject')),
    '/from': typed.from === '' && t('missing', { field: t('from') }),
    '/until': (typed.until === '' || typed.until < typed.from) && say('until_wrong'),
    '/questions': mains !== 1 && say('main_wrong'),
    ...Object.fromEntries(typed.questions.flatMap(({ text, kind, options }, index) => [
      [`/questions/${index}/text`, text.trim() === '' && t('missing', { field: say('question_text') })],
      [`/questions/${index}/options`, kind === 'choice' && optionsIn(options).length < 2 && say('options_few')],
    ])),
  }
}

/** Without the first or last place nothing moves. */
export function moved<T>(list: readonly T[], index: number, by: -1 | 1): T[] {
  const next = [...list]
  const [one, other] = [next[index], next[index + by]]
  if (one === undefined || other === undefined) return next
  next[index] = other
  next[index + by] = one
  return next
}

export const labelsOfSurvey = (): Record<keyof TypedSurvey, string> => ({ title: t('title'), audience: t('audience'), subject: t('subject'), from: t('from'), until: t('until'), questions: say('questions') })
export const shownOfSurvey = (field: keyof TypedSurvey, value: unknown) =>
  field === 'questions' ? (value as TypedQuestion[]).map(({ text, kind, isMain }) => `${text} (${kindText(kind)}${isMain ? `, ${say('main')}` : ''})`).join('; ') : String(value)
