#!/usr/bin/env node
/**
 * The command `peerwork`: there before anything is compiled, so that an installation finds it.
 */
import { runPeerwork } from "../dist/RunPeerwork.js"

await runPeerwork()
