// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refused, simulated } from './simulator.js'

const { crm } = await simulated()
const { contacts, companies, deals, tickets, objects } = crm

test('a record is created, read, updated and archived', async () => {
  const created = await contacts.basicApi.create({ properties: { email: 'ann@example.com', firstname: 'Ann' } })
  assert.match(created.id, /^\d+$/)
  assert.equal(created.properties.email, 'ann@example.com')
  assert.ok(created.createdAt instanceof Date)
  assert.equal(created.archived, false)

  const updated = await contacts.basicApi.update(created.id, { properties: { firstname: 'Anna' } })
  assert.equal(updated.properties.firstname, 'Anna')

  const read = await contacts.basicApi.getById(created.id, ['firstname', 'phone'], ['firstname'])
  assert.equal(read.properties.firstname, 'Anna')
  assert.equal(read.properties.phone, null)
  assert.deepEqual(read.propertiesWithHistory.firstname.map(({ value }) => value), ['Anna', 'Ann'])

  await contacts.basicApi.archive(created.id)
  await refused(404, contacts.basicApi.getById(created.id))
  const archived = await contacts.basicApi.getById(created.id, undefined, undefined, undefined, true)
  assert.equal(archived.archived, true)
  assert.ok(archived.archivedAt instanceof Date)
})

test('a record is read and updated by a unique property', async () => {
  await contacts.basicApi.create({ properties: { email: 'bob@example.com' } })
  await contacts.basicApi.update('bob@example.com', { properties: { lastname: 'Builder' } }, 'email')
  const read = await contacts.basicApi.getById('bob@example.com', ['lastname'], undefined, undefined, false, 'email')
  assert.equal(read.properties.lastname, 'Builder')
})

test('every object type is addressed by its name or id', async () => {
  const created = await objects.basicApi.create('companies', { properties: { name: 'Acme' } })
  for (const type of ['companies', 'company', '0-2']) {
    assert.equal((await objects.basicApi.getById(type, created.id)).properties.name, 'Acme')
  }
  assert.equal((await companies.basicApi.getById(created.id)).id, created.id)
})

test('a record is created with links, which a read brings', async () => {
  const company = await companies.basicApi.create({ properties: { name: 'Linked' } })
  const contact = await contacts.basicApi.create({
    properties: { email: 'linked@example.com' },
    associations: [{
      to: { id: company.id },
      types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 279 }]
    }]
  })
  const read = await contacts.basicApi.getById(contact.id, undefined, undefined, ['companies'])
  assert.ok(read.associations.companies.results.some(({ id, type }) => id === company.id && type.startsWith('contact_to_company')))
})

test('records are listed page by page', async () => {
  for (let number = 1; number <= 5; number++) {
    await deals.basicApi.create({
      properties: { dealname: `Deal ${number}`, pipeline: 'default', dealstage: 'appointmentscheduled' }
    })
  }
  const first = await deals.basicApi.getPage(2, undefined, ['dealname'])
  assert.deepEqual(first.results.map((deal) => deal.properties.dealname), ['Deal 1', 'Deal 2'])
  const second = await deals.basicApi.getPage(3, first.paging.next.after, ['dealname'])
  assert.deepEqual(second.results.map((deal) => deal.properties.dealname), ['Deal 3', 'Deal 4', 'Deal 5'])
  assert.equal(second.paging, undefined)
})

test("the client's getAll walks over all pages", async () => {
  await tickets.batchApi.create({
    inputs: Array.from({ length: 7 }, (_, n) => ({
      properties: { subject: `Ticket ${n}`, hs_pipeline: '0', hs_pipeline_stage: '1' },
      associations: []
    }))
  })
  assert.equal((await tickets.getAll(3)).length, 7)
})

test('records are searched with filters, sorts and pages', async () => {
  for (const [name, city] of [['Delta', 'Rome'], ['Alpha', 'Rome'], ['Gamma', 'Oslo'], ['Beta', 'Rome']]) {
    await companies.basicApi.create({ properties: { name, city } })
  }
  const search = {
    filterGroups: [{ filters: [{ propertyName: 'city', operator: 'EQ', value: 'Rome' }] }],
    sorts: ['name'],
    properties: ['name'],
    limit: 2
  }
  const first = await companies.searchApi.doSearch(search)
  assert.equal(first.total, 3)
  assert.deepEqual(first.results.map((company) => company.properties.name), ['Alpha', 'Beta'])
  const last = await companies.searchApi.doSearch({ ...search, after: first.paging.next.after })
  assert.deepEqual(last.results.map((company) => company.properties.name), ['Delta'])
  assert.equal(last.paging, undefined)

  const byWord = await objects.searchApi.doSearch('companies', { query: 'gamma', properties: ['city'], limit: 10 })
  assert.deepEqual(byWord.results.map((company) => company.properties.city), ['Oslo'])

  const between = await companies.searchApi.doSearch({
    filterGroups: [{ filters: [
      { propertyName: 'createdate', operator: 'BETWEEN', value: '0', highValue: `${Date.now() + 60_000}` },
      { propertyName: 'name', operator: 'IN', values: ['beta', 'gamma'] }
    ] }]
  })
  assert.equal(between.total, 2)
})

test('two records are merged into a new one, which both old ids lead to', async () => {
  const stays = await contacts.basicApi.create({ properties: { email: 'stays@example.com' } })
  const goes = await contacts.basicApi.create({ properties: { email: 'goes@example.com', phone: '1' } })
  const merged = await contacts.basicApi.merge({ primaryObjectId: stays.id, objectIdToMerge: goes.id })
  assert.equal(merged.properties.email, 'stays@example.com')
  for (const { id } of [stays, goes]) {
    assert.equal((await contacts.basicApi.getById(id)).id, merged.id)
  }

  const [one, other] = await Promise.all(['One', 'Other'].map((name) => companies.basicApi.create({ properties: { name } })))
  assert.equal((await companies.basicApi.merge({ primaryObjectId: one.id, objectIdToMerge: other.id })).properties.name, 'One')
})

test('a contact is deleted for good', async () => {
  const contact = await contacts.basicApi.create({ properties: { email: 'gone@example.com' } })
  await contacts.basicApi.purge({ objectId: contact.id })
  await refused(404, contacts.basicApi.getById(contact.id, undefined, undefined, undefined, true))

  await contacts.basicApi.create({ properties: { email: 'gone.too@example.com' } })
  await contacts.basicApi.purge({ objectId: 'gone.too@example.com', idProperty: 'email' })
  await refused(404, contacts.basicApi.getById('gone.too@example.com', undefined, undefined, undefined, false, 'email'))
})

test('engagements, products and line items are records like others', async () => {
  const at = new Date().toISOString()
  const { calls, emails, meetings, notes, tasks } = objects
  for (const [api, properties] of [
    [calls, { hs_timestamp: at }],
    [emails, { hs_timestamp: at, hs_email_direction: 'EMAIL' }],
    [meetings, { hs_timestamp: at }],
    [notes, { hs_timestamp: at }],
    [tasks, { hs_timestamp: at }],
    [crm.products, { name: 'Product' }],
    [crm.lineItems, { name: 'Line', quantity: '2', price: '10' }],
    [crm.quotes, { hs_title: 'Quote', hs_expiration_date: '2030-01-01' }]
  ]) {
    const created = await api.basicApi.create({ properties })
    assert.equal((await api.basicApi.getById(created.id)).id, created.id)
    await api.basicApi.archive(created.id)
  }
})
