// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { amountOf, dividedHalfUp, fenOf, inCapitals, readMoney, shown, sumOf } from './money'

describe('amounts of the server', () => {
  it.each([['0.00', 0n], ['-0.05', -5n], ['1234567.80', 123456780n], ['10000000000000.00', 10n ** 15n]])('%s', (text, fen) => {
    expect(fenOf(text)).toBe(fen)
    expect(amountOf(fen)).toBe(text)
  })

  it.each(['', '1', '1.5', '1.234', '1,000.00', '1e3', ' 1.00'])('refuses %j', (text) => {
    expect(() => fenOf(text)).toThrow(RangeError)
  })

  it('are added without loss', () => {
    expect(sumOf(['0.10', '0.20', '-0.05', '9999999999999.99'])).toBe('10000000000000.24')
  })
})

describe('shown', () => {
  it.each([
    ['1234567.80', '1,234,567.80', '123.46'],
    ['-1234567.80', '-1,234,567.80', '-123.46'],
    ['0.00', '0.00', '0.00'],
    ['50.00', '50.00', '0.01'],
    ['49.99', '49.99', '0.00'],
    ['-50.00', '-50.00', '-0.01'],
    ['37202700.00', '37,202,700.00', '3,720.27'],
  ])('%s in yuan and 万元', (amount, yuan, wan) => {
    expect(shown(amount, 'yuan')).toBe(yuan)
    expect(shown(amount, 'wan')).toBe(wan)
  })

  it('rounds half away from zero', () => {
    expect([dividedHalfUp(5n, 10n), dividedHalfUp(4n, 10n), dividedHalfUp(-5n, 10n), dividedHalfUp(-4n, 10n)]).toEqual([1n, 0n, -1n, 0n])
  })
})

describe('what people type', () => {
  it.each([
    ['1,234.5', '1234.50'],
    ['１２３４．５', '1234.50'],
    ['1.2万', '12000.00'],
    ['1.234567万', '12345.67'],
    ['１，２３４．５６元', '1234.56'],
    ['￥300', '300.00'],
    ['-5元', '-5.00'],
    ['－0.5', '-0.50'],
    ['0.3亿', '30000000.00'],
    ['.5', '0.50'],
    ['12.3000', '12.30'],
    ['  88 ', '88.00'],
    ['叁', null],
    ['10000000000000', '10000000000000.00'],
  ])('%s', (typed, amount) => {
    expect(readMoney(typed)).toEqual(amount === null ? { mistake: 'unreadable' } : { amount })
  })

  it.each([
    ['', 'empty'],
    ['　', 'empty'],
    ['.', 'unreadable'],
    ['1.2.3', 'unreadable'],
    ['12台', 'unreadable'],
    ['1.234', 'more_than_fen'],
    ['1.2345678万', 'more_than_fen'],
    ['10000000000000.01', 'too_large'],
  ])('%j is refused as %s', (typed, mistake) => {
    expect(readMoney(typed)).toEqual({ mistake })
  })
})

describe('capitals', () => {
  it.each([
    ['0.00', '零元整'],
    ['0.05', '伍分'],
    ['0.25', '贰角伍分'],
    ['1.05', '壹元零伍分'],
    ['1.20', '壹元贰角整'],
    ['10050.00', '壹万零伍拾元整'],
    ['100000.00', '壹拾万元整'],
    ['1000001.00', '壹佰万零壹元整'],
    ['10010000.00', '壹仟零壹万元整'],
    ['37202700.00', '叁仟柒佰贰拾万贰仟柒佰元整'],
    ['100000001.00', '壹亿零壹元整'],
    ['-3.05', '负叁元零伍分'],
    ['1100000000000.00', '壹万壹仟亿元整'],
    ['1409.50', '壹仟肆佰零玖元伍角整'],
    ['6007.14', '陆仟零柒元壹角肆分'],
    ['16409.02', '壹万陆仟肆佰零玖元零贰分'],
    ['325.04', '叁佰贰拾伍元零肆分'],
  ])('of %s', (amount, words) => {
    expect(inCapitals(amount)).toBe(words)
  })

  it('can be read back', () => {
    // A fixed sequence (Park and Miller), so that a failure can be repeated.
    let seed = 20_241_124n
    for (let round = 0; round < 20_000; ++round) {
      seed = (seed * 48_271n) % 2_147_483_647n
      const fen = (seed * seed) % 10n ** BigInt(1 + (round % 15))
      expect(readCapitals(inCapitals(amountOf(fen)))).toBe(fen)
    }
  })
})

/** The inverse of inCapitals, written from the other side: it adds up words. */
function readCapitals(words: string): bigint {
  const digit = (letter: string) => '零壹贰叁肆伍陆柒捌玖'.indexOf(letter)
  let total = 0n
  let group = 0n
  let waiting = 0n
  for (const letter of words.replace('整', '')) {
    if (digit(letter) >= 0) waiting = BigInt(digit(letter))
    else if ('拾佰仟'.includes(letter)) {
      group += waiting * 10n ** BigInt('拾佰仟'.indexOf(letter) + 1)
      waiting = 0n
    } else if (letter === '万') {
      group = (group + waiting) * 10_000n
      total += group
      group = waiting = 0n
    } else if (letter === '亿') {
      total = (total + group + waiting) * 100_000_000n
      group = waiting = 0n
    } else if (letter === '元') {
      total = (total + group + waiting) * 100n
      group = waiting = 0n
    } else {
      total += waiting * (letter === '角' ? 10n : 1n)
      waiting = 0n
    }
  }
  return total
}
