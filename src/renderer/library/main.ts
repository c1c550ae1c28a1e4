import '../parts/base.css'
import { mount } from 'svelte'
import { look } from '../parts/look.svelte.ts'
import { notices } from '../parts/notices.svelte.ts'
import Library from './Library.svelte'

// A shell that cannot tell its settings still gets a window that can say what is wrong.
await look.start().catch((error: unknown) => notices.fail(error))
const target = document.getElementById('app')
if (target) mount(Library, { target })
