// SPDX-License-Identifier: Apache-2.0

/** Reads the server's OpenAPI document into what the page shows. What is not there is left out. */

export interface Parameter {
  name: string
  place: 'path' | 'query' | 'header' | 'cookie'
  type: string
  isNeeded: boolean
  says: string
}
export interface Answer {
  status: string
  says: string
  schema: string
}
export interface Operation {
  id: string
  method: string
  path: string
  tag: string
  summary: string
  says: string
  isOpen: boolean
  parameters: Parameter[]
  body: string
  answers: Answer[]
}
export interface Field {
  name: string
  type: string
  isNeeded: boolean
  says: string
}
export interface Schema {
  name: string
  says: string
  type: string
  fields: Field[]
}
export interface Contract {
  title: string
  version: string
  says: string
  operations: Operation[]
  schemas: Schema[]
}

type Node = Record<string, unknown>
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value)
const node = (value: unknown): Node => (isNode(value) ? value : {})
const text = (value: unknown): string => (typeof value === 'string' ? value : '')
const list = (value: unknown): unknown[] => (Array.isArray(value) ? (value as unknown[]) : [])

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const
const places = ['path', 'query', 'header', 'cookie'] as const

function followed(root: Node, value: unknown): Node {
  const here = node(value)
  const link = text(here.$ref)
  if (!link.startsWith('#/')) return here
  const parts = link.slice(2).split('/').map((part) => part.replace(/~1/g, '/').replace(/~0/g, '~'))
  return node(parts.reduce<unknown>((at, part) => node(at)[part], root))
}

/** A schema in a few words: Session, string (date), Payment[], a | b. */
export function typeText(schema: unknown): string {
  const here = node(schema)
  const link = text(here.$ref)
  if (link) return link.slice(link.lastIndexOf('/') + 1)
  if (Array.isArray(here.enum)) return here.enum.map((word) => JSON.stringify(word)).join(' | ')
  const choices = list(here.oneOf ?? here.anyOf)
  if (choices.length > 0) return choices.map(typeText).join(' | ')
  if (Array.isArray(here.allOf)) return here.allOf.map(typeText).join(' & ')
  if (here.type === 'array') return `${typeText(here.items)}[]`
  const name = Array.isArray(here.type) ? here.type.join(' | ') : text(here.type)
  return here.format ? `${name} (${text(here.format)})` : name
}

function contentOf(value: Node): string {
  return Object.entries(node(value.content)).map(([type, media]) => {
    const schema = typeText(node(media).schema)
    return type === 'application/json' || type === 'application/problem+json' ? schema : [type, schema].filter(Boolean).join(' ')
  }).join(', ')
}

function parameterOf(root: Node, value: unknown): Parameter {
  const here = followed(root, value)
  const place = places.find((one) => one === here.in) ?? 'query'
  return { name: text(here.name), place, type: typeText(here.schema), isNeeded: here.required === true, says: text(here.description) }
}

function operationOf(root: Node, path: string, method: string, shared: unknown[], value: Node): Operation {
  const security = list(value.security ?? root.security)
  return {
    id: text(value.operationId),
    method: method.toUpperCase(),
    path,
    tag: text(list(value.tags)[0]),
    summary: text(value.summary),
    says: text(value.description),
    isOpen: security.length === 0,
    parameters: [...shared, ...list(value.parameters)].map((one) => parameterOf(root, one)),
    body: contentOf(followed(root, value.requestBody)),
    answers: Object.entries(node(value.responses)).map(([status, answer]) => {
      const here = followed(root, answer)
      return { status, says: text(here.description), schema: contentOf(here) }
    }),
  }
}

function schemaOf(name: string, value: unknown): Schema {
  const here = node(value)
  const needed = new Set(list(here.required))
  const fields = Object.entries(node(here.properties)).map(([field, schema]) => ({
    name: field, type: typeText(schema), isNeeded: needed.has(field), says: text(node(schema).description),
  }))
  return { name, says: text(here.description), type: typeText(here), fields }
}

export function contractOf(document: unknown): Contract {
  const root = node(document)
  const info = node(root.info)
  const operations = Object.entries(node(root.paths)).flatMap(([path, item]) =>
    methods.filter((method) => isNode(node(item)[method])).map((method) =>
      operationOf(root, path, method, list(node(item).parameters), node(node(item)[method]))))
  const schemas = Object.entries(node(node(root.components).schemas)).map(([name, schema]) => schemaOf(name, schema))
  return { title: text(info.title), version: text(info.version), says: text(info.description), operations, schemas }
}

interface Part {
  tag: 'span' | 'strong' | 'code'
  text: string
}

/** The little of Markdown that the contract uses: blank lines, **strong**, `code`. */
export function paragraphsOf(text: string): Part[][] {
  const parts = (paragraph: string): Part[] =>
    paragraph.split(/(\*\*[^*]+\*\*|`[^`]+`)/).filter(Boolean).map((part) => {
      if (part.startsWith('**')) return { tag: 'strong', text: part.slice(2, -2) }
      return part.startsWith('`') ? { tag: 'code', text: part.slice(1, -1) } : { tag: 'span', text: part }
    })
  return text.split(/\n\s*\n/).map((paragraph) => paragraph.replace(/\s*\n\s*/g, ' ').trim()).filter(Boolean).map(parts)
}

/** A request to try in a terminal. */
export function curlOf(operation: Operation, origin: string): string {
  const parts = [`curl -s${operation.method === 'GET' ? '' : ` -X ${operation.method}`} '${origin}${operation.path}'`]
  if (!operation.isOpen) parts.push('-b cookies.txt')
  if (operation.method !== 'GET' && !operation.isOpen) parts.push('-H "X-CSRF-Token: $CSRF"')
  for (const { name, place, isNeeded } of operation.parameters) {
    if (place !== 'header' || !isNeeded || name === 'X-CSRF-Token') continue
    parts.push(name === 'Idempotency-Key' ? '-H "Idempotency-Key: $(uuidgen)"' : `-H '${name}: …'`)
  }
  if (operation.body) parts.push("-H 'Content-Type: application/json'", "-d '{…}'")
  return parts.join(' \\\n  ')
}
