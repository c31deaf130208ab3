/**
 * What a bundle says of itself: a text to read first, and a page to print and lay on top.
 *
 * Neither holds the moment at which the bundle was made, nor anything else that is not in it: the same log at the same
 * checkpoint gives the same bytes.
 */

export interface ToSay {
  readonly name: string
  readonly origin: string
  readonly size: number
  /** In base64. */
  readonly root: string
  readonly lastRecordedAt: string | null
  /** Whom it was made for, as somebody wrote it. */
  readonly madeFor: string | null
  readonly laws: ReadonlyArray<string>
  /** The SHA-256 of `verify.mjs`, in hexadecimal digits. */
  readonly verifier: string
  /** The names of those whose cosignatures the newest note carries. */
  readonly signers: ReadonlyArray<string>
}

const upTo = ({ lastRecordedAt }: ToSay): string =>
  lastRecordedAt === null ? "nothing was recorded yet" : `the last was recorded at ${lastRecordedAt}`

export const readme = (say: ToSay): string =>
  `${say.name}

This folder is the whole history of one log of prison peer work, from its first
event to the last one that was signed, with all that it takes to check it.

  Log          ${say.origin}
  Events       ${say.size}; ${upTo(say)}
  Root         ${say.root}
${say.madeFor === null ? "" : `  Made for     ${say.madeFor}\n`}
Check it
--------

You need this folder, Node (version 20.12 or later, https://nodejs.org), and the
key of the log, from somebody whom you trust for it and NOT from this folder.

  node verify.mjs --key '<key of the log>'

If you were given a policy, which names witnesses as well:

  node verify.mjs --policy policy.txt

If you kept a checkpoint or a receipt from before, add it. Nothing that it
vouches for can have been changed since without the check saying so:

  node verify.mjs --key '<key of the log>' --since checkpoint-of-march.txt

It uses no network and changes nothing. It ends with 0 where all is well, 1 where
something was altered, 2 where the signatures are not those that you asked for, 3
where something is missing or cannot be read, 5 where a decision does not come
out again (--decisions), and 64 where it was called wrongly. No law of this
folder is run but the one that the program was made with.

The program could have been changed together with the folder. Its SHA-256 is

  ${say.verifier}

Compare it with the one that a copy of the command peerwork prints that you got
from somebody else (peerwork --version), or use that command, or another copy of
verify.mjs: each verifies a folder that is named, such as this one.
Two other ways need nothing of ours: the page "Check with openssl" of the
documentation, and any tool for C2SP's tlog-tiles, whose layout this folder has.

What is in it
-------------

  checkpoint      what was signed last: name of the log, number of events, root
  checkpoints/    everything that was signed before, by the number of events
  tile/entries/   the events: two bytes of length, then the stored bytes
  tile/0/ ...     the hashes of the tree over them, 256 in a file
  witness/        what witnesses were asked, and what they answered
  law/            the rules that decided, each version as one file${say.laws.length === 0 ? " (none was at hand)" : ""}
  schemas/        what each type of event may hold; the name is the hash
  derived/        the history again, for reading:
    history.jsonl   the stored bytes, one event a line (checked with the rest)
    history.csv     for spreadsheets; history-columns.csv explains its columns
    cases.csv       one case for each appointment
    ocel2.json      for process mining (OCEL 2.0)
    rules.json      every rule, its source, and the limits it was judged with
  verify.mjs      the check
  manifest.json   every other file with its length and its SHA-256

All of derived/ but history.jsonl is for convenience. Nothing signs it: each row
has the position and the leaf hash of the event that it tells of, and where it
matters the event decides. verify.mjs sees only that it is there and as the
manifest says; peerwork verify --full makes it anew and compares.

What it does not show
---------------------

Names, prison numbers and free text are not in the log and so not in here: people
are opaque ids. That what was recorded is true, or that all that happened was
recorded, no check of this kind can show. Without a witness, and without a
checkpoint or a receipt of your own, it cannot show either that the operator has
not written another history and signed it anew.
`

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;")

const row = (key: string, value: string): string => `<tr><th scope="row">${key}</th><td>${escaped(value)}</td></tr>`

const style = "body{font:16px/1.5 sans-serif;max-width:42em;margin:2em auto;padding:0 1em}h1{font-size:1.6em}" +
  "table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.4em .6em;" +
  "border-bottom:1px solid #999}td{overflow-wrap:anywhere}.line{border-bottom:1px solid #000;height:2.5em}"

export const cover = (say: ToSay): string =>
  `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<title>Evidence of ${escaped(say.origin)}</title>
<style>${style}</style>
</head>
<body>
<h1>Evidence of ${escaped(say.origin)}</h1>
<p>The whole history of this log up to the checkpoint below, with all that it takes to check it without us.</p>
<table>
${
    [
      row("Bundle", say.name),
      row("Events", `${say.size}; ${upTo(say)}`),
      row("Root (SHA-256, base64)", say.root),
      row("First 16 characters of the root", say.root.slice(0, 16)),
      row("Signed by", say.signers.join(", ")),
      ...(say.madeFor === null ? [] : [row("Made for", say.madeFor)]),
      row("Rules that decided", say.laws.length === 0 ? "not included" : say.laws.join(", ")),
      row("SHA-256 of verify.mjs", say.verifier)
    ].join("\n")
  }
</table>
<h2>What the check said</h2>
<p>Run <code>node verify.mjs --key '&lt;key of the log&gt;'</code> in the folder, with the key from somebody whom you
trust for it, and write down what it ends with.</p>
<p>Ended with: ________ &nbsp; First wrong position, if any: ________</p>
<p>Date:</p><p class="line"></p>
<p>Checked by:</p><p class="line"></p>
<h2>To keep</h2>
<p>Keep the file <code>checkpoint</code>, and give it to the check of every later bundle
(<code>--since checkpoint</code>). On paper, keep the number of events and the first 16 characters of the root: the file
<code>checkpoints/&lt;that number&gt;</code> of a later bundle has to begin its third line with them.</p>
</body>
</html>
`
