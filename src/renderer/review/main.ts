import '../parts/base.css'
import { mount } from 'svelte'
import { fontsReady } from '../diagram/ready.ts'
import { look } from '../parts/look.svelte.ts'
import { notices } from '../parts/notices.svelte.ts'
import Review from './Review.svelte'

await Promise.all([look.start().catch((error: unknown) => notices.fail(error)), fontsReady()])
const target = document.getElementById('app')
if (target) mount(Review, { target })
