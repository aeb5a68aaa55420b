// SPDX-License-Identifier: Apache-2.0
// Starts a simulator for the tests of one file, and gives HubSpot's client for it.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { Client } from '@hubspot/api-client'
import { checked } from './shapes.js'

// These files run in target/node.
const JAR = fileURLToPath(new URL('../camel-hubspot-simulator.jar', import.meta.url))

export const TOKEN = 'simulator-token'

/** Starts the simulator with the given options; it ends with the process of the tests. */
export async function startSimulator(...options) {
  const simulator = spawn('java', ['-jar', JAR, '--port', '0', ...options], { stdio: ['ignore', 'pipe', 'pipe'] })
  process.on('exit', () => simulator.kill())
  let log = ''
  simulator.stderr.on('data', (text) => { log += text })
  const [line] = await Promise.race([
    once(createInterface({ input: simulator.stdout }), 'line'),
    once(simulator, 'exit').then(() => assert.fail(`The simulator did not start:\n${log}`))
  ])
  // None of these keeps the process of the tests running.
  for (const handle of [simulator, simulator.stdout, simulator.stderr]) {
    handle.unref()
  }
  return line.replace('HubSpot simulator at ', '')
}

/** HubSpot's client for the simulator at an address; it holds every answer against the types that it declares. */
export function clientFor(address, configuration = {}) {
  return checked(new Client({ basePath: address, accessToken: TOKEN, ...configuration }))
}

/** Starts a simulator with the given options, and gives HubSpot's client for it. */
export async function simulated(...options) {
  return clientFor(await startSimulator(...options))
}

/** Awaits that a call is refused with a status, and gives the body of the answer. */
export async function refused(status, call) {
  const error = await call.then(
    () => assert.fail(`HubSpot should refuse this with ${status}`),
    (refusal) => refusal
  )
  assert.equal(error.code, status, error.message)
  return typeof error.body === 'string' ? JSON.parse(error.body) : error.body
}
