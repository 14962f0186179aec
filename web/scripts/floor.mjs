// SPDX-License-Identifier: Apache-2.0
// What Chromium 92 and Firefox ESR 115 cannot do, looked for in what was built. Syntax is brought down by the build;
// functions and CSS rules are not. Object.hasOwn (Chromium 93) is not looked for: src/app/oldBrowsers.ts brings it.

const newer = {
  '.js': [
    [/\bObject\.groupBy\(/, 'Object.groupBy'],
    [/(?<!function )\bstructuredClone\(/, 'structuredClone'],
    [/\.(findLast|findLastIndex|toSorted|toReversed|toSpliced)\(/, 'array methods of 2023'],
    [/\bArray\.fromAsync\b/, 'Array.fromAsync'],
    [/\bAbortSignal\.(timeout|any)\b/, 'AbortSignal.timeout, AbortSignal.any'],
    [/\bPromise\.(withResolvers|try)\b/, 'Promise.withResolvers, Promise.try'],
    [/\.(isSubsetOf|isSupersetOf|symmetricDifference)\(/, 'set methods'],
    [/\bstatic\s*\{/, 'static blocks'],
    [/\/[dgimsuy]*v[dgimsuy]*\.test\(/, 'the v flag of regular expressions'],
  ],
  '.css': [
    [/:has\(/, ':has()'],
    [/@(layer|container|scope|starting-style)\b/, '@layer, @container, @scope'],
    [/\bcolor-mix\(|\boklch\(/, 'color-mix(), oklch()'],
    [/\b\d+(dvh|svh|lvh|cqw)\b/, 'units of 2022'],
    [/[{;]\s*&/, 'nested rules'],
    [/[{;]accent-color:/, 'accent-color'],
  ],
}

// Beginning of a file's name and feature, with the reason why it does no harm.
const harmless = [
  // Vue passes these on for arrays that a page calls them on; no page does.
  ['vue-', 'array methods of 2023'],
]

export function tooNew(name, text) {
  const rules = Object.entries(newer).find(([end]) => name.endsWith(end))?.[1] ?? []
  return rules
    .filter(([pattern, feature]) => pattern.test(text) && !harmless.some(([file, known]) => name.startsWith(file) && known === feature))
    .map(([pattern, feature]) => {
      const at = text.search(pattern)
      return `${name}: ${feature}: …${text.slice(Math.max(0, at - 40), at + 60)}…`
    })
}
