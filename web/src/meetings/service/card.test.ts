// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { sizeOf, spaced, widthOf } from './card'

describe('a name on a table card', () => {
  it.each([['一二', 64], ['一二三', 55], ['一二三四', 41], ['一二三四五六七八', 20], ['一'.repeat(13), 12], ['一'.repeat(14), 12], ['', 64]])('%s is %i mm high', (name, size) => expect(sizeOf(name)).toBe(size))
  it('never goes beyond its line while the letters can shrink', () => {
    for (let length = 1; length <= 13; length += 1) expect(sizeOf('一'.repeat(length)) * length).toBeLessThanOrEqual(165)
  })
  it('in letters takes three fifths of the room', () => {
    expect([widthOf('Ab 1'), widthOf('（示例）')]).toEqual([2.4, 4])
    expect(sizeOf('Abcdefghij')).toBe(27)
  })
  it.each([['示例', '示\u3000例'], ['示例某', '示例某'], [' 示例 ', '示\u3000例'], ['AB', 'AB'], ['示', '示']])('%s stands as %s', (name, shown) => expect(spaced(name)).toBe(shown))
})
