// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refused, simulated } from './simulator.js'

const { crm } = await simulated()
const { coreApi, publicImportsApi } = crm.imports

const column = (columnName, propertyName) => ({ columnObjectTypeId: '0-1', columnName, propertyName })

function importOf(name, csv) {
  const request = {
    name,
    files: [{
      fileName: 'contacts.csv',
      fileFormat: 'CSV',
      fileImportPage: {
        hasHeader: true,
        columnMappings: [
          { ...column('Email', 'email'), columnType: 'HUBSPOT_ALTERNATE_ID' },
          column('Name', 'firstname')
        ]
      }
    }]
  }
  return coreApi.create({ data: Buffer.from(csv), name: 'contacts.csv' }, JSON.stringify(request))
}

test('a file of records is imported', async () => {
  const started = await importOf('People', 'Email,Name\nann@example.com,Ann\nbob@example.com,Bob\n')
  assert.equal(started.state, 'STARTED')
  assert.equal(started.importName, 'People')

  const done = await coreApi.getById(started.id)
  assert.equal(done.state, 'DONE')
  assert.equal(done.metadata.counters.CREATED_OBJECTS, 2)
  const bob = await crm.contacts.basicApi.getById('bob@example.com', ['firstname'], undefined, undefined, false, 'email')
  assert.equal(bob.properties.firstname, 'Bob')
})

test('bad rows become errors of the import', async () => {
  const { id } = await importOf('Bad', 'Email,Name\nno address,Nobody\ncarol@example.com,Carol\n')
  const errors = await publicImportsApi.getErrors(id, undefined, 10, true, true)
  assert.equal(errors.results.length, 1)
  const [error] = errors.results
  assert.equal(error.sourceData.lineNumber, 2)
  assert.deepEqual(error.sourceData.rowData, ['no address', 'Nobody'])
  assert.equal(typeof error.errorMessage, 'string')
})

test('imports are listed page by page', async () => {
  const first = await coreApi.getPage(undefined, undefined, 1)
  assert.equal(first.results.length, 1)
  const second = await coreApi.getPage(first.paging.next.after, undefined, 1)
  assert.notEqual(second.results[0].id, first.results[0].id)
})

test('an import that is done cannot be cancelled', async () => {
  const { results: [done] } = await coreApi.getPage()
  await refused(400, coreApi.cancel(done.id))
})
