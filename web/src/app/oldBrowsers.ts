// SPDX-License-Identifier: Apache-2.0
// The one thing that our libraries ask for and Chromium 92 lacks (Pinia, since it has been in browsers from 93 on).
const object = Object as Partial<Pick<ObjectConstructor, 'hasOwn'>>
object.hasOwn ??= (value: object, key: PropertyKey) => Object.prototype.hasOwnProperty.call(value, key)

export {}
