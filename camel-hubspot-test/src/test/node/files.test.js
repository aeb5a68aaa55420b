// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refused, simulated } from './simulator.js'

const hubSpot = await simulated()
const { filesApi } = hubSpot.files

function upload(name, content, options = {}) {
  return filesApi.upload(
    { data: Buffer.from(content), name },
    undefined,
    '/letters',
    name,
    undefined,
    JSON.stringify({ access: 'PRIVATE', ...options })
  )
}

const content = async (url) => (await fetch(url)).text()

test('a file is uploaded, read, searched and deleted', async () => {
  const uploaded = await upload('hello.txt', 'Hello')
  assert.match(uploaded.id, /^\d+$/)
  assert.equal(uploaded.name, 'hello')
  assert.equal(uploaded.extension, 'txt')
  assert.equal(uploaded.size, 5)
  assert.equal((await filesApi.getById(uploaded.id)).path, '/letters/hello.txt')

  const found = await hubSpot.apiRequest({ path: '/files/v3/files/search', qs: { name: 'hello' } })
  assert.deepEqual((await found.json()).results.map(({ id }) => id), [uploaded.id])

  await filesApi.archive(uploaded.id)
  await refused(404, filesApi.getById(uploaded.id))
})

test('files are searched page by page', async () => {
  for (const name of ['one.txt', 'two.txt', 'three.txt']) {
    await upload(name, name)
  }
  const first = await filesApi.doSearch(undefined, undefined, undefined, 2)
  assert.equal(first.results.length, 2)
  const second = await filesApi.doSearch(undefined, first.paging.next.after, undefined, 2)
  assert.equal(second.results.length, 1)
  assert.equal(second.paging, undefined)
})

test('a private file is opened by a signed address', async () => {
  const { id } = await upload('secret.txt', 'Secret')
  const signed = await filesApi.getSignedUrl(id, undefined, 60)
  assert.equal(signed.name, 'secret')
  assert.ok(signed.expiresAt instanceof Date)
  assert.equal(await content(signed.url), 'Secret')
})

test('the content of a file is replaced, and its name changed', async () => {
  const { id } = await upload('draft.txt', 'Draft', { access: 'PUBLIC_NOT_INDEXABLE' })
  const replaced = await filesApi.replace(
    id, { data: Buffer.from('Final text'), name: 'draft.txt' }, undefined, JSON.stringify({ access: 'PUBLIC_NOT_INDEXABLE' })
  )
  assert.equal(replaced.size, 10)
  assert.equal(await content(replaced.url), 'Final text')
  assert.equal((await filesApi.updateProperties(id, { name: 'final' })).name, 'final')
})

test('an upload without access is refused', async () => {
  await refused(400, filesApi.upload({ data: Buffer.from('x'), name: 'x.txt' }, undefined, '/', 'x.txt', undefined, '{}'))
})
