// SPDX-License-Identifier: Apache-2.0
import type { Page } from 'playwright-core'

/** Through the panel of the display, as a person does it. */
export async function speak(page: Page, language: 'English' | '中文'): Promise<void> {
  await page.getByRole('button', { name: /^(显示设置|Display)$/ }).click()
  await page.getByText(language, { exact: true }).click()
  await page.waitForFunction((lang) => document.documentElement.lang === lang, language === 'English' ? 'en' : 'zh-CN')
  await page.keyboard.press('Escape')
}

/**
 * What the frame of the page still says in Chinese: menus, tabs, headings, labels, buttons, heads of tables, also what
 * stands only in their names. The rows of tables, texts of reports and whatever people wrote are theirs: `data` names it.
 */
export async function chineseInFrame(page: Page, data: readonly string[]): Promise<string[]> {
  const longestFirst = [...data].sort((a, b) => b.length - a.length)
  const said = await page.evaluate(() => {
    const ofFrame = 'nav, header, h1, h2, h3, h4, th, label, legend, button, summary, [role=tab], [role=menuitem], dt, .muted, .empty, figcaption'
    const ofData = 'tbody, article.report, .numbered, .el-tree, option'
    const texts: string[] = []
    for (const element of document.querySelectorAll<HTMLElement>(`${ofFrame}, .status`)) {
      const isWord = element.classList.contains('status')
      if ((!isWord && element.closest(ofData)) || element.offsetParent === null) continue
      texts.push(element.innerText, element.getAttribute('aria-label') ?? '', element.title)
    }
    for (const field of document.querySelectorAll<HTMLInputElement>('[placeholder]')) texts.push(field.placeholder)
    return [document.title, ...texts]
  })
  const left = said.flatMap((text) => text.split('\n')).map((text) => longestFirst.reduce((rest, known) => rest.replaceAll(known, ''), text).trim())
  return [...new Set(left.filter((text) => /[\u4e00-\u9fff]/.test(text)))]
}

/** Keys of words that nobody has words for: budget.payments, missing_go. */
export async function rawKeys(page: Page): Promise<string[]> {
  const text = await page.evaluate(() => document.body.innerText)
  return [...new Set(text.match(/(?<![\w./@-])(?:[a-z]{2,}(?:_[a-z]+)+|[a-z]{3,}(?:\.[a-z_]{3,})+)(?![\w/@-])/g) ?? [])]
}

const textsIn = (value: unknown, into: Set<string>): Set<string> => {
  if (typeof value === 'string') into.add(value)
  else if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) textsIn(part, into)
  return into
}

/** Chinese that the server's records hold: names of registers, columns, indicators, lines, people. */
export async function dataOf(page: Page, addresses: readonly string[]): Promise<string[]> {
  const answers: unknown[] = await page.evaluate((all) => Promise.all(all.map(async (address) => (await fetch(address)).json() as Promise<unknown>)), [...addresses])
  return [...textsIn(answers, new Set())].filter((text) => /[\u4e00-\u9fff]/.test(text))
}
