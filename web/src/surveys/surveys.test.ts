// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { addressOf, countIn, mostCards } from './cards'
import { findingsOfSurvey, moved, newQuestion, optionsIn, surveyOf, typedSurvey, type TypedQuestion, type TypedSurvey } from './survey'
import { choicesOf, findingsOfAnswer, possibleSteps, type Question } from './surveys'

const question = (code: string, more: Partial<TypedQuestion> = {}): TypedQuestion => ({ code, text: `t${code}`, kind: 'rating', options: '', isMain: false, ...more })
const typed = (more: Partial<TypedSurvey> = {}): TypedSurvey => ({ title: 't', audience: 'a', subject: 's', from: '2026-03-01', until: '2026-03-31', questions: [question('Q1', { isMain: true })], ...more })
const wrong = (more: Partial<TypedSurvey>) => Object.entries(findingsOfSurvey(typed(more))).filter(([, message]) => message).map(([pointer]) => pointer)

describe('a survey that is typed', () => {
  it('is right with one main rating and days in order', () => {
    expect(wrong({})).toEqual([])
    expect(wrong({ until: '2026-03-01' })).toEqual([])
    expect(wrong({ until: '2026-02-28' })).toEqual(['/until'])
    expect(wrong({ title: ' ', audience: '', subject: '', from: '', until: '' })).toEqual(['/title', '/audience', '/subject', '/from', '/until'])
  })

  it.each([
    ['none', [question('Q1')]], ['two', [question('Q1', { isMain: true }), question('Q2', { isMain: true })]], ['one that is no rating any more', [question('Q1', { isMain: true, kind: 'text' })]],
  ] as const)('has exactly one main question: not %s', (_, questions) => expect(wrong({ questions: [...questions] })).toEqual(['/questions']))

  it('gives two different options to choose from', () => {
    const choice = (options: string) => wrong({ questions: [question('Q1', { isMain: true }), question('Q2', { kind: 'choice', options })] })
    expect(choice('a\nb')).toEqual([])
    expect(choice('a\n a \n')).toEqual(['/questions/1/options'])
    expect(optionsIn(' a \n\nb\na')).toEqual(['a', 'b'])
  })

  it('sends options of choices alone, and a main one that is a rating', () => {
    const { questions } = surveyOf(typed({ questions: [question('Q1', { isMain: true, options: 'left over' }), question('Q2', { kind: 'text', isMain: true }), question('Q3', { kind: 'choice', options: 'a\nb' })] }))
    expect(questions.map(({ options, is_main }) => [options, is_main])).toEqual([[[], true], [[], false], [['a', 'b'], false]])
  })

  it('is typed again as it was sent', () => {
    const sent = surveyOf(typed({ questions: [question('Q1', { isMain: true }), question('Q2', { kind: 'choice', options: 'a\nb' })] }))
    expect(surveyOf(typedSurvey({ ...sent, number: 'W', state: 'draft', version: 1, issued: 0, asked: null, left: 0, n: 0, share: null }))).toEqual(sent)
  })

  it('keeps the codes of its questions when others go or move', () => {
    expect(newQuestion([question('Q1'), question('Q3')]).code).toBe('Q2')
    expect([moved([1, 2, 3], 0, 1), moved([1, 2, 3], 0, -1), moved([1, 2, 3], 2, 1), moved([1, 2, 3], 2, -1)]).toEqual([[2, 1, 3], [1, 2, 3], [1, 2, 3], [1, 3, 2]])
  })
})

it('cards are issued in whole numbers, and no more than a sheet', () => {
  expect(['1', ` ${mostCards} `, '0', String(mostCards + 1), '-1', '1.5', '', 'a'].map(countIn)).toEqual([1, mostCards, null, null, null, null, null, null])
})

it('the code on a card stands behind # and nowhere else', () => {
  const address = new URL(addressOf('0a/b', 'https://example.invalid'))
  expect([address.pathname, address.search, decodeURIComponent(address.hash)]).toEqual(['/survey', '', '#0a/b'])
})

it('of an answer the ratings are asked for, and nothing else', () => {
  const asked = (kind: Question['kind']): Question => ({ code: kind, text: kind, kind, options: ['x', 'y'], is_main: false })
  const questions = [asked('rating'), asked('choice'), asked('text')]
  const missing = (filled: Record<string, string>) => Object.entries(findingsOfAnswer(questions, filled)).filter(([, message]) => message).map(([pointer]) => pointer)
  expect([missing({}), missing({ rating: choicesOf(questions[0]!)[2]!.value })]).toEqual([['/answers/rating'], []])
  expect(choicesOf(questions[1]!).map(({ value }) => value)).toEqual(['x', 'y'])
})

it('a draft is changed and opened, an open one has cards and an end, a closed one nothing more', () => {
  expect((['draft', 'open', 'closed'] as const).map((state) => possibleSteps({ state }))).toEqual([['change', 'open'], ['cards', 'close'], []])
})
