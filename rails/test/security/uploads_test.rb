# frozen_string_literal: true

require "test_helper"

class HostileUploadsTest < ActionDispatch::IntegrationTest
  include ApiClient

  setup { @secret = new_secret }

  test "uploads a page that says it is a picture" do
    ["<html><script>alert(1)</script>", "<!DOCTYPE html><p>", "  \n<SCRIPT>", "GIF89a".reverse + "<script>"].each do |bytes|
      upload(@secret, bytes, name: "a.png", type: "image/png")
      assert_problem :unsupported_media_type
    end
  end

  test "uploads SVG or HTML, which run scripts, even where the settings take them" do
    with_webchat(upload_accept: %w[image/svg+xml text/html image/png]) do
      { "a.svg" => "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "a.html" => "<html>" }.each do |name, bytes|
        upload(@secret, bytes, name: name, type: "image/svg+xml")
        assert_problem :unsupported_media_type
      end
    end
  end

  test "uploads a script that calls itself text: it is served as a download that nothing runs" do
    upload(@secret, "alert(document.domain)", name: "a.txt", type: "text/plain")
    assert_response :created
    get URI(answer["url"]).path
    assert_response :ok
    assert_match(/\Aattachment;/, response.headers["Content-Disposition"])
    assert_equal "nosniff", response.headers["X-Content-Type-Options"]
    assert_equal "default-src 'none'; sandbox", response.headers["Content-Security-Policy"]
    assert_match(%r{\Atext/plain}, response.headers["Content-Type"])
  end

  test "nothing but plain pictures is ever shown in place" do
    { ["a.png", PNG] => /\Ainline;/, ["a.pdf", "%PDF-1.7"] => /\Aattachment;/, ["a.csv", "a,b"] => /\Aattachment;/ }.each do |(name, bytes), disposition|
      upload(@secret, bytes, name: name, type: "image/png")
      get URI(answer["url"]).path
      assert_match disposition, response.headers["Content-Disposition"], name
    end
  end

  test "gives the file a name with a header or a folder in it" do
    upload(@secret, "words", name: "..\\..\\etc\"\r\nX-Evil: 1.txt", type: "text/plain")
    name = answer["name"]
    get URI(answer["url"]).path
    assert_nil response.headers["X-Evil"]
    refute_match(/[\r\n\/\\]/, name)
  end

  test "guesses the address of a file" do
    upload(@secret, PNG, name: "a.png", type: "image/png")
    token = answer["id"]
    assert_operator token.length, :>=, 32
    [Cablechat::Upload.sole.id, token.swapcase, token[0..-2], "../#{token}"].each do |wrong|
      get "/cablechat/uploads/#{ERB::Util.url_encode(wrong)}"
      assert_response :not_found
    end
  end

  test "asks Active Storage for the file by its own addresses: they are given to nobody" do
    upload(@secret, PNG, name: "a.png", type: "image/png")
    refute_match(/rails\/active_storage/, response.body)
    refute_includes response.body, Cablechat::Upload.sole.file.blob.signed_id
  end

  test "attaches one file to two messages" do
    upload(@secret, PNG, name: "a.png", type: "image/png")
    id = answer["id"]
    post_message(@secret, "", attachments: [id])
    assert_response :created
    post_message(@secret, "", attachments: [id])
    assert_problem :invalid
  end

  test "a file is gone with its message" do
    upload(@secret, PNG, name: "a.png", type: "image/png")
    path = URI(answer["url"]).path
    post_message(@secret, "", attachments: [answer["id"]])
    Cablechat::Message.sole.then { |message| message.conversation.delete_message(message) }
    get path
    assert_response :not_found
  end
end
