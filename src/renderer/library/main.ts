import '../look/base.css'
import { mount } from 'svelte'
import { wordsReady } from '../picture/ready.ts'
import { look } from '../look/look.svelte.ts'
import { notices } from '../window/notices.svelte.ts'
import { Library } from './library.svelte.ts'
import Window from './Library.svelte'

const library = new Library()
library.start()
// A shell that cannot tell its settings still gets a window that can say what is wrong.
// Words are not seen before their fonts are there, and laid out with others all would have to be laid out again.
await Promise.all([look.start().catch((error: unknown) => notices.fail(error)), wordsReady()])
const target = document.getElementById('app')
if (target) mount(Window, { target, props: { library } })
