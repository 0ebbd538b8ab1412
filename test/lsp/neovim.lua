-- Run by `nvim --headless -S`: starts the server as any editor would, opens a page and prints what its client got, as one JSON
-- object. Its arguments are in the environment: GALLEY_NODE, GALLEY_SERVER, GALLEY_ROOT, GALLEY_PAGE.
local page, root = vim.env.GALLEY_PAGE, vim.env.GALLEY_ROOT
local diagnosed = false
local client = vim.lsp.start_client({
  name = 'galley',
  cmd = { vim.env.GALLEY_NODE, vim.env.GALLEY_SERVER, '--stdio' },
  root_dir = root,
  workspace_folders = { { uri = vim.uri_from_fname(root), name = root } },
  get_language_id = function() return 'newspaper' end,
  handlers = {
    ['textDocument/publishDiagnostics'] = function(...)
      vim.lsp.diagnostic.on_publish_diagnostics(...)
      diagnosed = #vim.diagnostic.get(0) > 0
    end,
  },
})
vim.cmd('edit ' .. vim.fn.fnameescape(page))
local buffer = vim.api.nvim_get_current_buf()
vim.lsp.buf_attach_client(buffer, client)
local document = { uri = vim.uri_from_bufnr(buffer) }

-- The answer of the first client, or a failure that names the method.
local function ask(method, params)
  local answers = vim.lsp.buf_request_sync(buffer, method, params, 10000)
  local _, answer = next(answers or {})
  if not answer or answer.error then error(method .. ': ' .. vim.inspect(answer and answer.error)) end
  return answer.result
end

local ok, failure = pcall(function()
  assert(vim.wait(10000, function() return diagnosed end, 20), 'no diagnostics came')
  local symbols = ask('textDocument/documentSymbol', { textDocument = document })
  local line, character
  for number, text in ipairs(vim.api.nvim_buf_get_lines(buffer, 0, -1, false)) do
    local at = text:find('下转', 1, true)
    if at then line, character = number - 1, vim.str_utfindex(text, at) end
  end
  local position = { line = line, character = character }
  local definition = ask('textDocument/definition', { textDocument = document, position = position })
  local hover = ask('textDocument/hover', { textDocument = document, position = position })
  print(vim.json.encode({
    diagnostics = vim.tbl_map(function(each) return each.code end, vim.diagnostic.get(buffer)),
    articles = vim.tbl_map(function(each) return each.name end, symbols[1].children),
    definition = definition[1],
    hover = hover.contents.value,
  }))
end)
if not ok then print(vim.json.encode({ failure = tostring(failure) })) end
vim.lsp.stop_client(client)
vim.wait(2000, function() return vim.lsp.client_is_stopped(client) end, 20)
vim.cmd('qall!')
