// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { contractOf, curlOf, paragraphsOf, typeText } from './contract'

const document = {
  info: { title: 'X', version: '1' },
  security: [{ session: [] }],
  paths: {
    '/a/{id}': {
      parameters: [{ $ref: '#/components/parameters/Id' }],
      get: { operationId: 'getA', tags: ['a'], summary: 's', security: [], responses: { 200: { description: 'd', content: { 'application/json': { schema: { $ref: '#/components/schemas/A' } } } } } },
      put: {
        operationId: 'putA',
        parameters: [{ name: 'If-Match', in: 'header', required: true, schema: { type: 'string' } }],
        requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/A' } } } },
        responses: { 412: { $ref: '#/components/responses/Changed' } },
      },
    },
  },
  components: {
    parameters: { Id: { name: 'id', in: 'path', required: true, schema: { type: 'string' } } },
    responses: { Changed: { description: 'changed', content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/P' } } } } },
    schemas: { A: { type: 'object', required: ['x'], properties: { x: { type: ['string', 'null'], description: 'an x' }, y: { type: 'array', items: { $ref: '#/components/schemas/A' } } } } },
  },
}

describe('the contract', () => {
  const { operations, schemas } = contractOf(document)

  it('lists operations with what they share and refer to', () => {
    expect(operations.map(({ method, id, isOpen }) => [method, id, isOpen])).toEqual([['GET', 'getA', true], ['PUT', 'putA', false]])
    expect(operations[1]).toMatchObject({
      parameters: [{ name: 'id', place: 'path', isNeeded: true }, { name: 'If-Match', place: 'header' }],
      body: 'A',
      answers: [{ status: '412', says: 'changed', schema: 'P' }],
    })
  })

  it('names types in a few words', () => {
    expect(schemas[0]?.fields).toEqual([
      { name: 'x', type: 'string | null', isNeeded: true, says: 'an x' },
      { name: 'y', type: 'A[]', isNeeded: false, says: '' },
    ])
    expect(typeText({ enum: ['a', 'b'] })).toBe('"a" | "b"')
    expect(typeText({ type: 'string', format: 'date' })).toBe('string (date)')
    expect(typeText({ oneOf: [{ type: 'null' }, { $ref: '#/x/B' }] })).toBe('null | B')
  })

  it('gives requests to try', () => {
    expect(curlOf(operations[0]!, 'http://h')).toBe("curl -s 'http://h/a/{id}'")
    expect(curlOf(operations[1]!, 'http://h')).toContain("-H 'If-Match: …'")
  })

  it('reads the little of Markdown that is in it, and markup is text', () => {
    expect(paragraphsOf('**A.** b\n`c` <i>d</i>\n\n e')).toEqual([
      [{ tag: 'strong', text: 'A.' }, { tag: 'span', text: ' b ' }, { tag: 'code', text: 'c' }, { tag: 'span', text: ' <i>d</i>' }],
      [{ tag: 'span', text: 'e' }],
    ])
    expect(paragraphsOf('')).toEqual([])
  })

  it('makes an empty page of anything else', () => {
    for (const other of [null, 3, [], { paths: 7 }]) expect(contractOf(other).operations).toEqual([])
  })
})
