import { mount } from 'svelte'
import '../look/base.css'
import { fontsReady } from '../picture/ready.ts'
import { look } from '../look/look.svelte.ts'
import Presenter from './Presenter.svelte'

const target = document.getElementById('app')
if (!target) throw new Error('no #app element')
// Where the shell cannot say how windows look, the talk still has to go on.
// Words are not seen before their fonts are there, and laid out with others all would have to be laid out again.
await Promise.all([look.start().catch((error: unknown) => console.error(error)), fontsReady()])
mount(Presenter, { target })
