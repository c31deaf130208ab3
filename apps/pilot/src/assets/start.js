import { initAll } from "/assets/govuk.js"

initAll()
