import { mount } from 'svelte'
import '../parts/base.css'
import { look } from '../parts/look.svelte.ts'
import Presenter from './Presenter.svelte'

const target = document.getElementById('app')
if (!target) throw new Error('no #app element')
// Where the shell cannot say how windows look, the talk still has to go on.
await look.start().catch((error: unknown) => console.error(error))
mount(Presenter, { target })
