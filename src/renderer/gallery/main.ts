import '../look/base.css'
import { mount } from 'svelte'
import { fontsReady } from '../picture/ready.ts'
import { look } from '../look/look.svelte.ts'
import { notices } from '../window/notices.svelte.ts'
import Gallery from './Gallery.svelte'

await Promise.all([look.start().catch((error: unknown) => notices.fail(error)), fontsReady()])
const target = document.getElementById('app')
if (target) mount(Gallery, { target })
