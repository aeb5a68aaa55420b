// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  createConfiguration, DefinitionConfigurationsApi, ServerConfiguration
} from '@hubspot/api-client/lib/codegen/crm/associations/v4/schema/index.js'
import { checked } from './shapes.js'
import { clientFor, refused, startSimulator, TOKEN } from './simulator.js'

const address = await startSimulator()
const { crm } = clientFor(address)
const { v4 } = crm.associations
const { definitionsApi } = v4.schema
// The client has this class, but no property that leads to it.
const limitsApi = checked(new DefinitionConfigurationsApi(createConfiguration({
  baseServer: new ServerConfiguration(address, {}),
  authMethods: { oauth2: { accessToken: TOKEN } }
})))

async function contactAndCompany(name) {
  const contact = await crm.contacts.basicApi.create({ properties: { firstname: name } })
  const company = await crm.companies.basicApi.create({ properties: { name } })
  return [contact.id, company.id]
}

const linked = async (contact) => (await v4.basicApi.getPage('contacts', contact, 'companies')).results

test('two records are linked without a label, and the link is archived', async () => {
  const [contact, company] = await contactAndCompany('Default')
  const created = await v4.basicApi.createDefault('contacts', contact, 'companies', company)
  assert.equal(created.status, 'COMPLETE')
  assert.ok(created.results.some(({ _from, to }) => _from.id === contact && to.id === company))

  const [link] = await linked(contact)
  assert.equal(String(link.toObjectId), company)
  assert.ok(link.associationTypes.some(({ category, typeId }) => category === 'HUBSPOT_DEFINED' && typeId === 279))

  await v4.basicApi.archive('contacts', contact, 'companies', company)
  assert.deepEqual(await linked(contact), [])
})

test('labels are created, renamed, put on a link, and deleted', async () => {
  const both = await definitionsApi.create('contacts', 'companies', {
    name: 'adviser', label: 'Adviser', inverseLabel: 'Advised by'
  })
  assert.deepEqual(both.results.map(({ label }) => label).sort(), ['Advised by', 'Adviser'])
  const { typeId } = both.results.find(({ label }) => label === 'Adviser')

  await definitionsApi.update('contacts', 'companies', {
    associationTypeId: typeId, label: 'Counsel', inverseLabel: 'Counselled by'
  })
  const labels = await definitionsApi.getAll('contacts', 'companies')
  const isOurs = (type) => type.category === 'USER_DEFINED' && type.typeId === typeId
  assert.equal(labels.results.find(isOurs).label, 'Counsel')

  const [contact, company] = await contactAndCompany('Labelled')
  // The answer is in HubSpot's older form, which the client does not read; so the link is read instead.
  await v4.basicApi.create('contacts', contact, 'companies', company, [
    { associationCategory: 'USER_DEFINED', associationTypeId: typeId }
  ])
  assert.ok((await linked(contact))[0].associationTypes.some(({ label }) => label === 'Counsel'))

  await definitionsApi.remove('contacts', 'companies', typeId)
  const left = await definitionsApi.getAll('contacts', 'companies')
  assert.ok(!left.results.some(isOurs))
})

test('links are listed page by page', async () => {
  const [contact, first] = await contactAndCompany('Pages')
  const [, second] = await contactAndCompany('More pages')
  await v4.basicApi.createDefault('contacts', contact, 'companies', first)
  await v4.basicApi.createDefault('contacts', contact, 'companies', second)
  const page = await v4.basicApi.getPage('contacts', contact, 'companies', undefined, 1)
  assert.equal(page.results.length, 1)
  const next = await v4.basicApi.getPage('contacts', contact, 'companies', page.paging.next.after, 1)
  assert.deepEqual([page, next].map(({ results }) => String(results[0].toObjectId)).sort(), [first, second].sort())
})

test('links are created, read and archived in batches', async () => {
  const [contact, company] = await contactAndCompany('Batch')
  const types = [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 279 }]
  const pair = { _from: { id: contact }, to: { id: company } }

  const created = await v4.batchApi.create('contacts', 'companies', { inputs: [{ ...pair, types }] })
  assert.equal(created.status, 'COMPLETE')
  assert.equal(String(created.results[0].toObjectId), company)

  const read = await v4.batchApi.getPage('contacts', 'companies', { inputs: [{ id: contact }] })
  assert.equal(read.results[0]._from.id, contact)
  assert.equal(String(read.results[0].to[0].toObjectId), company)

  await v4.batchApi.archive('contacts', 'companies', { inputs: [{ _from: { id: contact }, to: [{ id: company }] }] })
  assert.deepEqual(await linked(contact), [])

  const defaults = await v4.batchApi.createDefault('contacts', 'companies', { inputs: [pair] })
  assert.ok(defaults.results.length > 0)
  assert.equal((await linked(contact)).length, 1)
})

test('a batch read of a record without links answers 207', async () => {
  const [contact] = await contactAndCompany('Lonely')
  const read = await v4.batchApi.getPage('contacts', 'companies', { inputs: [{ id: contact }] })
  assert.deepEqual(read.results, [])
  assert.equal(read.errors[0].subCategory, 'crm.associations.NO_ASSOCIATIONS_FOUND')
})

test('a batch takes a label away and leaves the link', async () => {
  const { results } = await definitionsApi.create('contacts', 'companies', { name: 'temporary', label: 'Temporary' })
  const label = { associationCategory: 'USER_DEFINED', associationTypeId: results[0].typeId }
  const [contact, company] = await contactAndCompany('Temporary')
  await v4.basicApi.create('contacts', contact, 'companies', company, [label])
  await v4.batchApi.archiveLabels('contacts', 'companies', {
    inputs: [{ _from: { id: contact }, to: { id: company }, types: [label] }]
  })
  const [link] = await linked(contact)
  assert.ok(link.associationTypes.every((type) => type.label !== 'Temporary'))
})

test('limits of links are created, read, updated and removed', async () => {
  const limit = { category: 'HUBSPOT_DEFINED', typeId: 279 }
  const set = async () => (await limitsApi.getAllBetweenTwoObjectTypes('contacts', 'companies')).results

  await limitsApi.batchCreate('contacts', 'companies', { inputs: [{ ...limit, maxToObjectIds: 5 }] })
  assert.equal((await set()).find(({ typeId }) => typeId === 279).userEnforcedMaxToObjectIds, 5)

  await limitsApi.batchUpdate('contacts', 'companies', { inputs: [{ ...limit, maxToObjectIds: 1 }] })
  const all = await limitsApi.getAll()
  assert.equal(all.results.find(({ typeId }) => typeId === 279).userEnforcedMaxToObjectIds, 1)

  const [contact, company] = await contactAndCompany('Limited')
  const [, other] = await contactAndCompany('Beyond')
  await v4.basicApi.createDefault('contacts', contact, 'companies', company)
  await refused(400, v4.basicApi.createDefault('contacts', contact, 'companies', other))

  await limitsApi.batchRemove('contacts', 'companies', { inputs: [limit] })
  assert.ok((await set()).every(({ userEnforcedMaxToObjectIds }) => !userEnforcedMaxToObjectIds))
})

test('a report of records with many links is ordered for a user', async () => {
  const { results: [owner] } = await crm.owners.ownersApi.getPage()
  const report = await v4.reportApi.request(owner.userId)
  assert.equal(report.userId, owner.userId)
  assert.equal(report.userEmail, owner.email)
  assert.ok(report.enqueueTime instanceof Date)
})
