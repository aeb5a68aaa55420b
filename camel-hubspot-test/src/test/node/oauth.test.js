// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { clientFor, refused, startSimulator } from './simulator.js'

const address = await startSimulator()
const { tokensApi } = clientFor(address, { accessToken: undefined }).oauth

const refresh = (refreshToken) => tokensApi.create(
  'refresh_token', undefined, undefined, 'simulator-client-id', 'simulator-client-secret', refreshToken
)

test('a refresh token gives an access token, with which the API is called', async () => {
  const issued = await refresh('simulator-refresh-token')
  assert.equal(issued.tokenType, 'bearer')
  assert.equal(issued.expiresIn, 1800)
  assert.equal(issued.refreshToken, 'simulator-refresh-token')

  const { crm } = clientFor(address, { accessToken: issued.accessToken })
  assert.deepEqual((await crm.contacts.basicApi.getPage()).results, [])
})

test('a wrong refresh token is refused', async () => {
  assert.equal((await refused(400, refresh('wrong'))).status, 'BAD_REFRESH_TOKEN')
})

test('the newer token addresses tell more', async () => {
  for (const version of ['v3', '2026-03', '2026-09']) {
    const answer = await clientFor(address, { accessToken: undefined }).apiRequest({
      method: 'POST',
      path: `/oauth/${version}/token`,
      defaultJson: false,
      body: new URLSearchParams({
        grant_type: 'refresh_token',
        client_id: 'simulator-client-id',
        client_secret: 'simulator-client-secret',
        refresh_token: 'simulator-refresh-token'
      })
    })
    const { access_token: token, scopes } = await answer.json()
    assert.equal(typeof token, 'string')
    assert.ok(scopes.includes('crm.objects.contacts.read'))
  }
})
