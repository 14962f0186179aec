// SPDX-License-Identifier: Apache-2.0
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { defineComponent, h, nextTick, ref, type Component } from 'vue'
import { useRouter } from 'vue-router'
import { ApiProblem } from '@/shared/api/problem'
import { useFilters } from '@/shared/table/useFilters'
import { mounted, problem } from '@/shared/testing'
import ErrorSummary from './ErrorSummary.vue'
import FormField from './FormField.vue'
import { useFormErrors, type FormErrors } from './formErrors'
import MoneyInput from './MoneyInput.vue'
import QueryForm from './QueryForm.vue'
import UploadButton from './UploadButton.vue'

async function formWith(amount = '') {
  const value = ref(amount)
  let form!: FormErrors
  const Form = defineComponent({
    setup() {
      form = useFormErrors()
      return () => [
        h(ErrorSummary),
        h(FormField as Component, { label: '金额', pointer: '/amount', hint: '到分' }, { default: ({ control }: { control: object }) => h(MoneyInput, { ...control, modelValue: value.value, 'onUpdate:modelValue': (now: string) => (value.value = now) }) }),
        h(FormField as Component, { label: '文号', pointer: '/number' }, { default: ({ control }: { control: object }) => h('input', control) }),
      ]
    },
  })
  const wrapper = await mounted(Form)
  const input = wrapper.get<HTMLInputElement>('.money-input input')
  const leave = async (typed: string) => {
    await input.setValue(typed)
    await input.trigger('blur')
    await flushPromises()
  }
  return { wrapper, form, value, input, leave }
}

describe('an amount', () => {
  it('is read as people write it, and written out when the field is left', async () => {
    const { wrapper, value, input, leave } = await formWith()
    await leave('１．２万')
    expect([value.value, input.element.value, wrapper.get('.capitals').text()]).toEqual(['12000.00', '12,000.00', '壹万贰仟元整'])
  })

  it('that cannot be read is said at the field and keeps the form from being sent', async () => {
    const { wrapper, form, value, leave } = await formWith('5.00')
    await leave('十二')
    expect(value.value).toBe('')
    expect(wrapper.find('.error').exists()).toBe(true)
    expect(form.check({})).toBe(false)
    await leave('12')
    expect(form.check({})).toBe(true)
  })

  it('that is set from outside is shown', async () => {
    const { value, input } = await formWith('5.00')
    value.value = '1234.50'
    await nextTick()
    expect(input.element.value).toBe('1,234.50')
  })
})

describe('what is wrong in a form', () => {
  it('stands in the summary in the order of the fields, and at each field in the same words', async () => {
    const { wrapper, form, input } = await formWith()
    form.check({ '/number': '请填写文号', '/amount': '请填写金额' })
    await flushPromises()
    expect(wrapper.findAll('.summary a').map((link) => link.text())).toEqual(['金额：请填写金额', '文号：请填写文号'])
    expect(wrapper.findAll('.error').map((error) => error.text())).toEqual(['请填写金额', '请填写文号'])
    expect(document.activeElement?.className).toBe('summary')
    expect(input.attributes('aria-invalid')).toBe('true')
    expect(document.getElementById(input.attributes('aria-describedby')?.split(' ')[1] ?? '')?.textContent).toBe('请填写金额')
    await wrapper.findAll('.summary a')[0]?.trigger('click')
    expect(document.activeElement).toBe(input.element)
  })

  it('that the server found stands at the nearest field, or in the summary alone', async () => {
    const { wrapper, form } = await formWith()
    form.show(new ApiProblem(problem(422, 'x', [{ pointer: '/amount/0', code: 'a', message: '太多' }, { pointer: '/elsewhere', code: 'b', message: '别处' }])))
    await flushPromises()
    expect(wrapper.get('.summary').text()).toContain('别处')
    expect(wrapper.get('.error').text()).toBe('太多')
    form.show(new ApiProblem(problem(409, 'y')))
    await flushPromises()
    expect(wrapper.get('.summary').text()).toContain('trace')
    form.show(null)
    await flushPromises()
    expect(wrapper.find('.summary').exists()).toBe(false)
  })
})

describe('a query', () => {
  const fields = ['q', 'line', 'month', 'contract'].map((name) => ({ name, label: name, kind: 'text' as const }))
  const Page = defineComponent({
    setup() {
      const filters = useFilters(fields)
      const router = useRouter()
      return { router, filters }
    },
    render() {
      return h(QueryForm, { filters: this.filters })
    },
  })

  it('shows three fields, more when asked, and those that are set', async () => {
    const wrapper = await mounted(Page)
    expect(wrapper.findAll('label')).toHaveLength(3)
    await wrapper.get('button[aria-expanded]').trigger('click')
    expect(wrapper.findAll('label')).toHaveLength(4)
    expect((await mounted(Page, { at: '/x?contract=7' })).findAll('label')).toHaveLength(4)
  })

  it('puts what is searched for into the address, and keeps what is not its own', async () => {
    const wrapper = await mounted(Page, { at: '/x?sort=-day&q=old' })
    await wrapper.get('input').setValue('新')
    await wrapper.get('form').trigger('submit')
    await flushPromises()
    const { router } = wrapper.vm as unknown as { router: ReturnType<typeof useRouter> }
    expect(router.currentRoute.value.query).toEqual({ sort: '-day', q: '新' })
    await wrapper.findAll('button')[1]?.trigger('click')
    await flushPromises()
    expect(router.currentRoute.value.query).toEqual({ sort: '-day' })
  })
})

describe('a file', () => {
  async function choose(file: File) {
    const wrapper = await mounted(UploadButton, { props: { types: ['xlsx', 'csv'], most: 100 } })
    const input = wrapper.get<HTMLInputElement>('input[type=file]')
    Object.defineProperty(input.element, 'files', { value: [file] })
    await input.trigger('change')
    await flushPromises()
    await new Promise((resolve) => setTimeout(resolve, 20))
    return wrapper
  }
  const file = (name: string, content: BlobPart) => new File([content], name)

  it.each([
    ['of another type', file('a.exe', 'MZ')],
    ['that is empty', file('a.csv', '')],
    ['that is too large', file('a.csv', 'x'.repeat(101))],
    ['that is not what its name says', file('a.xlsx', 'plain text')],
    ['with bytes that are no text', file('a.csv', new Uint8Array([65, 0, 66]))],
  ])('%s is refused before it is sent', async (_, chosen) => {
    expect((await choose(chosen)).find('[role=alert]').exists()).toBe(true)
  })
})
