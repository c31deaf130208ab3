import { date, Peerwork, refuses, SignOffShadowing } from "@peerwork/core"

const { events, shadowing } = Peerwork.examples.shadowingSince("2016-03-21")
const today = date("2016-04-03")
const { judged } = Peerwork.check(SignOffShadowing.make({ shadowing, on: today }), events, { today })

console.log(judged.filter(refuses).map(({ because, rule }) => `${rule}: ${because}`))
// => ["SHADOW-1: Shadowing lasts at least 14 days. Sign it off on or after 4 April 2016"]
