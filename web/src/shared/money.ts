// SPDX-License-Identifier: Apache-2.0

/** How amounts are shown. What is stored and sent never changes with it. */
export type MoneyUnit = 'yuan' | 'wan'

const fenOfYuan = 100n
const fenOfWan = 1_000_000n
// The server takes at most 13 digits before the point.
const largestFen = 10_000_000_000_000n * fenOfYuan

/** Fen of an amount as the server writes it: "1234567.80". */
export function fenOf(amount: string): bigint {
  const match = /^(-?)(\d+)\.(\d{2})$/.exec(amount)
  if (!match) throw new RangeError(`not an amount: ${amount}`)
  const fen = BigInt((match[2] ?? '') + (match[3] ?? ''))
  return match[1] === '-' ? -fen : fen
}

/** The inverse of fenOf. */
export function amountOf(fen: bigint): string {
  const [sign, size] = signAndSize(fen)
  return `${sign}${size / fenOfYuan}.${String(size % fenOfYuan).padStart(2, '0')}`
}

export function sumOf(amounts: Iterable<string>): string {
  let fen = 0n
  for (const amount of amounts) fen += fenOf(amount)
  return amountOf(fen)
}

/** Half up, away from zero; `divisor` is positive. */
export function dividedHalfUp(value: bigint, divisor: bigint): bigint {
  const size = value < 0n ? -value : value
  const quotient = (size * 2n + divisor) / (divisor * 2n)
  return value < 0n ? -quotient : quotient
}

/** 1,234,567.80 in yuan, 123.46 in 万元: two decimals, rounded once from fen. */
export function shown(amount: string, unit: MoneyUnit): string {
  const hundredths = unit === 'yuan' ? fenOf(amount) : dividedHalfUp(fenOf(amount), fenOfWan / 100n)
  const [sign, size] = signAndSize(hundredths)
  return `${sign}${grouped(size / 100n)}.${String(size % 100n).padStart(2, '0')}`
}

export function grouped(whole: bigint | number): string {
  return String(whole).replace(/\B(?=(\d{3})+(?!\d))/g, ',')
}

export type MoneyMistake = 'empty' | 'unreadable' | 'more_than_fen' | 'too_large'
export type TypedMoney = { amount: string } | { mistake: MoneyMistake }

/** Reads what people type: 1,234.5, １２３４．５, 1.2万, ¥300, -5 元. Nothing is rounded. */
export function readMoney(typed: string): TypedMoney {
  const plain = halfWidth(typed).replace(/[\s,]/g, '').replace(/^(-?)¥/, '$1').replace(/元整?$/, '')
  if (plain === '') return { mistake: 'empty' }
  const match = /^([-+]?)(\d*)(?:\.(\d*))?(万|亿)?$/.exec(plain)
  const whole = match?.[2] ?? ''
  const decimals = (match?.[3] ?? '').replace(/0+$/, '')
  if (!match || (whole === '' && !/\d/.test(match[3] ?? ''))) return { mistake: 'unreadable' }
  const places = 2 + { 万: 4, 亿: 8, '': 0 }[(match[4] ?? '') as '万' | '亿' | '']
  if (decimals.length > places) return { mistake: 'more_than_fen' }
  const fen = BigInt(whole + decimals.padEnd(places, '0'))
  if (fen > largestFen) return { mistake: 'too_large' }
  return { amount: amountOf(match[1] === '-' ? -fen : fen) }
}

function halfWidth(text: string): string {
  const ascii = text.replace(/[\uff01-\uff5e]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))
  return ascii.replace(/[￥]/g, '¥').replace(/[−－–]/g, '-').replace(/[，]/g, ',').replace(/[\u3000]/g, ' ')
}

function signAndSize(value: bigint): [string, bigint] {
  return value < 0n ? ['-', -value] : ['', value]
}

const digits = [...'零壹贰叁肆伍陆柒捌玖']
const places = ['', '拾', '佰', '仟']
const groups = ['', '万', '亿', '万亿', '亿亿']

/** A group of four: a zero between two digits is read once, zeros at the end are not read. */
function groupOfFour(value: number): string {
  let text = ''
  let zeroDue = false
  for (let place = 3; place >= 0; --place) {
    const digit = Math.floor(value / 10 ** place) % 10
    if (digit === 0) {
      zeroDue = text !== ''
      continue
    }
    text += (zeroDue ? '零' : '') + (digits[digit] ?? '') + (places[place] ?? '')
    zeroDue = false
  }
  return text
}

function wholeYuan(yuan: bigint): string {
  let text = ''
  const groupAt = (group: number) => Number((yuan / 10_000n ** BigInt(group)) % 10_000n)
  for (let group = 4; group >= 0; --group) {
    const here = groupAt(group)
    if (here === 0) continue
    if (text !== '' && (here < 1000 || groupAt(group + 1) === 0)) text += '零'
    text += groupOfFour(here)
    // 万亿 says 亿 only when the group of 亿 below it is silent.
    text += group === 3 && groupAt(2) !== 0 ? '万' : groups[group]
  }
  return text
}

/**
 * An amount in capitals as vouchers carry it (中国人民银行《支付结算办法》附一), with the same words as the server's
 * documents: 壹万零伍拾元整, 贰角伍分, 负叁元零伍分.
 */
export function inCapitals(amount: string): string {
  const [sign, fen] = signAndSize(fenOf(amount))
  const jiao = Number((fen / 10n) % 10n)
  const rest = Number(fen % 10n)
  let text = wholeYuan(fen / fenOfYuan)
  if (text !== '') text += '元'
  if (fen === 0n) text = '零元'
  if (jiao !== 0) text += `${digits[jiao] ?? ''}角`
  else if (rest !== 0 && text !== '') text += '零'
  text += rest !== 0 ? `${digits[rest] ?? ''}分` : '整'
  return sign === '' ? text : `负${text}`
}
