// SPDX-License-Identifier: Apache-2.0
// Holds what the client read from an answer against the types that the client itself declares for it.
import assert from 'node:assert/strict'

/** A client whose calls fail where an answer has a value of another type than the client declares. */
export function checked(target) {
  return new Proxy(target, {
    get(object, name) {
      const value = object[name]
      if (typeof value === 'function') {
        return (...args) => {
          const answer = value.apply(object, args)
          return answer instanceof Promise ? answer.then((read) => { check(read, String(name)); return read }) : answer
        }
      }
      return value !== null && typeof value === 'object' && /(Discovery|Api)$/.test(value.constructor.name)
        ? checked(value)
        : value
    }
  })
}

// Of type string for the client, but live answers of v4 have numbers.
const LOOSE = ['fromObjectId', 'toObjectId']

function check(value, path) {
  for (const { name, type } of value?.constructor?.getAttributeTypeMap?.() ?? []) {
    // HubSpot leaves out, or writes null, what an account or a record does not have.
    if (value[name] !== undefined && value[name] !== null && !LOOSE.includes(name)) {
      checkType(value[name], type, `${path}.${name}`)
    }
  }
}

function checkType(value, type, path) {
  const element = /^(?:Set|Array)<(.*)>$/.exec(type)?.[1]
  const entry = /^\{ \[key: string\]: (.*); \}$/.exec(type)?.[1]
  if (element) {
    assert.ok(Array.isArray(value), `${path} must be an array`)
    value.forEach((each, index) => checkType(each, element, `${path}[${index}]`))
  } else if (entry) {
    assert.equal(typeof value, 'object', `${path} must be an object`)
    Object.entries(value).forEach(([key, each]) => {
      // Properties without a value are null, whatever the client declares.
      if (each !== null) {
        checkType(each, entry, `${path}.${key}`)
      }
    })
  } else if (type === 'Date') {
    assert.ok(value instanceof Date && !Number.isNaN(value.getTime()), `${path} must be a time`)
  } else if (['string', 'number', 'boolean'].includes(type)) {
    assert.equal(typeof value, type, path)
  } else {
    check(value, path)
  }
}
