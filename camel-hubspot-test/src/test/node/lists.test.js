// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refused, simulated } from './simulator.js'

const { crm } = await simulated()
const { listsApi, membershipsApi } = crm.lists

const manual = (name) => listsApi.create({ name, objectTypeId: '0-1', processingType: 'MANUAL' }).then(({ list }) => list)

async function contact(city) {
  return (await crm.contacts.basicApi.create({ properties: { firstname: 'Ann', city } })).id
}

const inCity = (city) => ({
  filterBranchType: 'OR',
  filterBranchOperator: 'OR',
  filters: [],
  filterBranches: [{
    filterBranchType: 'AND',
    filterBranchOperator: 'AND',
    filterBranches: [],
    filters: [{
      filterType: 'PROPERTY',
      property: 'city',
      operation: {
        operationType: 'MULTISTRING', operator: 'IS_EQUAL_TO', values: [city], includeObjectsWithNoValueSet: false
      }
    }]
  }]
})

const members = async (listId) => (await membershipsApi.getPage(listId)).results.map(({ recordId }) => recordId).sort()

test('a list is created, read, renamed, searched, deleted and restored', async () => {
  const { listId } = await manual('Guests')
  assert.equal((await listsApi.getById(listId)).list.name, 'Guests')
  assert.equal((await listsApi.getByName('Guests', '0-1')).list.listId, listId)

  const renamed = await listsApi.updateName(listId, 'Visitors')
  assert.equal(renamed.updatedList.name, 'Visitors')
  const found = await listsApi.doSearch({ query: 'visit', offset: 0, count: 10 })
  assert.deepEqual([found.total, found.hasMore, found.lists.map(({ name }) => name)], [1, false, ['Visitors']])
  assert.deepEqual((await listsApi.getAll([listId])).lists.map(({ name }) => name), ['Visitors'])

  await listsApi.remove(listId)
  await refused(404, listsApi.getByName('Visitors', '0-1'))
  await listsApi.restore(listId)
  assert.equal((await listsApi.getByName('Visitors', '0-1')).list.listId, listId)
})

test('records become members of a list, and leave it', async () => {
  const { listId } = await manual('Members')
  const [ann, bea, cleo] = [await contact(), await contact(), await contact()]
  const added = await membershipsApi.add(listId, [ann, bea, '999999'])
  assert.deepEqual(added.recordsIdsAdded.map(String).sort(), [ann, bea].sort())
  assert.deepEqual(added.recordIdsMissing.map(String), ['999999'])

  await membershipsApi.addAndRemove(listId, { recordIdsToAdd: [cleo], recordIdsToRemove: [ann] })
  assert.deepEqual(await members(listId), [bea, cleo].sort())
  const of = await membershipsApi.getLists('0-1', bea)
  assert.ok(of.results.some((membership) => membership.listId === listId))

  const removed = await membershipsApi.remove(listId, [bea])
  assert.deepEqual(removed.recordIdsRemoved.map(String), [bea])
  await membershipsApi.removeAll(listId)
  assert.deepEqual(await members(listId), [])
})

test('the members of a list are read page by page', async () => {
  const { listId } = await manual('Pages')
  const ids = []
  for (let number = 0; number < 3; number++) {
    ids.push(await contact())
  }
  await membershipsApi.add(listId, ids)
  const first = await membershipsApi.getPage(listId, undefined, undefined, 2)
  assert.equal(first.results.length, 2)
  assert.ok(first.results[0].membershipTimestamp instanceof Date)
  const second = await membershipsApi.getPage(listId, first.paging.next.after, undefined, 2)
  assert.deepEqual([...first.results, ...second.results].map(({ recordId }) => recordId).sort(), ids.sort())
})

test('a filter decides who is in a dynamic list', async () => {
  const roman = await contact('Rome')
  const dane = await contact('Aarhus')
  const { list } = await listsApi.create({
    name: 'By city', objectTypeId: '0-1', processingType: 'DYNAMIC', filterBranch: inCity('Rome')
  })
  assert.deepEqual(await members(list.listId), [roman])
  await listsApi.updateListFilters(list.listId, { filterBranch: inCity('Aarhus') })
  assert.deepEqual(await members(list.listId), [dane])
  await refused(400, membershipsApi.add(list.listId, [roman]))
})
