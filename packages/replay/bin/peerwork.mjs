#!/usr/bin/env node
// There before anything is compiled, so that an installation finds the command
import "../dist/peerwork.js"
